package io.millwright.portal.api.tenants;

import io.millwright.portal.accounts.NewMembers;
import io.millwright.portal.accounts.NewMembers.Invitation;
import io.millwright.portal.api.Answers;
import io.millwright.portal.api.Answers.Linked;
import io.millwright.portal.api.Answers.ShownOnce;
import io.millwright.portal.api.Fields;
import io.millwright.portal.api.Items;
import io.millwright.portal.api.Links;
import io.millwright.portal.api.Once;
import io.millwright.portal.api.Paging;
import io.millwright.tenancy.Caller;
import io.millwright.tenancy.Member;
import io.millwright.tenancy.Members;
import io.millwright.tenancy.MillwrightException;
import io.millwright.tenancy.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

@RestController
@RequestMapping("/api/v1/tenants/{tenant}/members")
@Tag(name = "People and tenants")
class MembersController {

    private final Members members;
    private final NewMembers newMembers;
    private final Once once;

    MembersController(Members members, NewMembers newMembers, Once once) {
        this.members = members;
        this.newMembers = newMembers;
        this.once = once;
    }

    @GetMapping
    @Operation(summary = "Members and their roles, by user name")
    Items<MemberView> list(Caller caller, Paging paging) {
        return paging.cut(members.list(caller), Member::user, MemberView::of);
    }

    @PostMapping
    @Operation(
            summary = "Add a person",
            description =
                    "For administrators. Gives a member to an account that exists, found by user name or e-mail address; "
                            + "with `newAccount` one is created, and the answer holds its temporary password this one time.")
    ResponseEntity<?> add(Caller admin, @RequestBody NewMember body, HttpServletRequest request) {
        var roles = Fields.constants("roles", Role.class, Fields.required("roles", body.roles()));
        if (body.user() == null && body.email() == null) {
            Fields.required("user", body.user());
        }
        return once.atomically(admin, request, body, () -> {
            var added = newMembers.add(
                    admin,
                    new Invitation(
                            Objects.requireNonNullElse(body.user(), ""),
                            Objects.requireNonNullElse(body.name(), ""),
                            Objects.requireNonNullElse(body.email(), ""),
                            roles,
                            Boolean.TRUE.equals(body.newAccount())));
            return Answers.created(MemberView.of(added.member(), added.temporaryPassword()));
        });
    }

    @GetMapping("/{user}")
    @Operation(summary = "One member")
    MemberView get(Caller caller, @PathVariable String user) {
        return members.list(caller).stream()
                .filter(member -> member.user().equals(user))
                .findFirst()
                .map(MemberView::of)
                .orElseThrow(() -> MillwrightException.missing("member", user));
    }

    @PatchMapping("/{user}")
    @Operation(
            summary = "Give and take roles",
            description =
                    "For administrators. `roles` replaces what the member had; the last administrator keeps that role.")
    MemberView change(Caller admin, @PathVariable String user, @RequestBody RoleChange body) {
        Set<Role> roles = Fields.constants("roles", Role.class, Fields.required("roles", body.roles()));
        return MemberView.of(members.changeRoles(admin, user, roles));
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a member", description = "For administrators. The last administrator stays.")
    void remove(Caller admin, @PathVariable String user) {
        members.remove(admin, user);
    }

    record NewMember(
            @Schema(description = "User name at the identity provider.", example = "acme-analyst") @Nullable
            String user,

            @Schema(example = "Acme Analyst") @Nullable String name,

            @Schema(description = "Finds the account where `user` is left out.", example = "analyst@acme.example")
            @Nullable
            String email,

            @Schema(description = "admin, engineer, approver, auditor, viewer", example = "[\"engineer\"]") @Nullable
            List<String> roles,

            @Schema(description = "Create the account where there is none.", example = "false") @Nullable
            Boolean newAccount) {}

    record RoleChange(
            @Schema(example = "[\"engineer\", \"auditor\"]") @Nullable
            List<String> roles) {}

    record MemberView(
            String id,
            String user,
            String name,
            String email,
            List<String> roles,
            Instant since,
            boolean seen,
            @Nullable String temporaryPassword,
            Map<String, String> links)
            implements Linked, ShownOnce {

        @Override
        public MemberView withoutSecret() {
            return new MemberView(id, user, name, email, roles, since, seen, null, links);
        }

        static MemberView of(Member member) {
            return of(member, null);
        }

        static MemberView of(Member member, @Nullable String temporaryPassword) {
            return new MemberView(
                    member.user(),
                    member.user(),
                    member.name(),
                    member.email(),
                    member.roles().stream().map(Fields::spelled).sorted().toList(),
                    member.since(),
                    member.seen(),
                    temporaryPassword,
                    Links.of(member.tenant(), "members", UriUtils.encodePathSegment(member.user(), "UTF-8"))
                            .map());
        }
    }
}
