package io.millwright.portal.api.datasets;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the form of an upload in the OpenAPI document; the form itself is read as it streams in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        content =
                @Content(
                        mediaType = "multipart/form-data",
                        schemaProperties = {
                            @SchemaProperty(
                                    name = "name",
                                    schema =
                                            @Schema(
                                                    type = "string",
                                                    description = "Name of the dataset.",
                                                    example = "Card transactions")),
                            @SchemaProperty(name = "file", schema = @Schema(type = "string", format = "binary"))
                        }))
@interface UploadForm {}
