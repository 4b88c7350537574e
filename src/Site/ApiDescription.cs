using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Beffroi.Site;

/// <summary>What the description of the API says beside its routes: whom it is for, the token, the limits (docs/eva-api.md).</summary>
static class ApiDescription
{
    const string Token = "evaluation";
    const string Cookie = "navigateur";
    const string Key = "organisation";

    /// <summary>Where everybody reads without a token.</summary>
    static readonly string[] Open = ["api/encyclopedia/", "api/ads"];

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Beffroi",
                Version = "1",
                Description = "L’encyclopédie et les annonces se lisent sans compte ni jeton, aussi depuis un autre site. Eva, jouer un parcours : ce que les jeux disent au serveur : où en est la personne, ouvrir une situation, envoyer ce qui s’est passé. "
                    + "Le serveur corrige et calcule ; il ne donne jamais la clé des questions, ni un résultat. Une évaluation s’ouvre avec son jeton, et aucune autre avec lui.",
            };
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Jeton d’une évaluation : son identifiant en 32 chiffres hexadécimaux, un point, puis 64 chiffres hexadécimaux." },
                [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Clé d’une organisation, pour le détecteur : bfr_ puis 64 chiffres hexadécimaux. Un référent la crée à la page /robots/cles." },
                [Cookie] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "__Host-eva", Description = "Le même jeton, que le navigateur reçoit à l’entrée. Un envoi porte en plus l’en-tête X-Eva." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            // What everybody may read needs nothing.
            if (context.Description.RelativePath?.StartsWith("api/bots", StringComparison.Ordinal) == true)
            {
                operation.Security = [Needs(Key, context.Document)];
            }
            else if (!Open.Any(path => context.Description.RelativePath?.StartsWith(path, StringComparison.Ordinal) == true))
            {
                operation.Security = [Needs(Token, context.Document), Needs(Cookie, context.Document)];
            }

            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<EnableRateLimitingAttribute>().Any())
            {
                operation.Responses ??= [];
                operation.Responses[StatusCodes.Status429TooManyRequests.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
                {
                    Description = "Trop de demandes de cette adresse en une minute : attendez le nombre de secondes de Retry-After.",
                    Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal) { ["Retry-After"] = new OpenApiHeader { Description = "Secondes", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } } },
                };
            }

            return Task.CompletedTask;
        });
    }

    static OpenApiSecurityRequirement Needs(string scheme, OpenApiDocument? document) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
