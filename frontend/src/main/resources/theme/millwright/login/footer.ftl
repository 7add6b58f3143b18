<#macro content>
<p class="mw-foot">${msg("millwrightFoot")}</p>
</#macro>
