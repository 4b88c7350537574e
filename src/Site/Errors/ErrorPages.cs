using Beffroi.Kit;
using Microsoft.AspNetCore.Diagnostics;

namespace Beffroi.Site.Errors;

/// <summary>What a person sees when a page is not there, not hers, or broken.</summary>
public static partial class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/erreur/500", AllowStatusCode404Response = true });
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), pages => pages.UseStatusCodePagesWithReExecute("/erreur/{0}"));
    }

    // Any method: a POST that failed shows its page too.
    public static void MapErrorPages(this IEndpointRouteBuilder app) => app.Map("/erreur/{status:int}", Show).AllowAnonymous().ExcludeFromDescription();

    static IResult Show(int status, HttpContext http, ILoggerFactory logs)
    {
        var asked = http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (asked is null)
        {
            status = StatusCodes.Status404NotFound;
        }

        if (http.Features.Get<IExceptionHandlerPathFeature>()?.Path.StartsWith("/api/", StringComparison.Ordinal) == true)
        {
            return TypedResults.Problem($"Référence : {http.TraceIdentifier}", statusCode: status, title: "Le service a rencontré un problème");
        }

        if (status >= StatusCodes.Status500InternalServerError)
        {
            Log.Failed(logs.CreateLogger(typeof(ErrorPages)), http.TraceIdentifier);
        }

        return Html.View<ErrorPage, ErrorModel>(ErrorModel.Of(status, Langs.Of(new PathString(asked)), http.TraceIdentifier), status);
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A page failed; the person was shown the reference {Reference}.")]
        public static partial void Failed(ILogger logger, string reference);
    }
}
