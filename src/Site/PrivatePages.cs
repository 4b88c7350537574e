using Beffroi.Kit;
using Microsoft.AspNetCore.OutputCaching;

namespace Beffroi.Site;

public static class PrivatePages
{
    /// <summary>On a shared computer the Back button must not bring somebody's page back: only public pages may be kept, and they are checked again.</summary>
    public static void UsePrivatePages(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            var page = http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
            if (headers.CacheControl.Count == 0 && (page || http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)))
            {
                var shared = http.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>() is not null || http.GetEndpoint()?.Metadata.GetMetadata<IOutputCachePolicy>() is not null;
                headers.CacheControl = shared && http.RequestServices.GetRequiredService<Visitor>().User is null ? "no-cache" : "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
