namespace Beffroi.Site;

public static class HeadRequests
{
    /// <summary>Monitors and link checkers ask for the head only: the page is made as for a GET, and its body is left out.</summary>
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        (http.Request.Method, http.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Method, http.Response.Body) = (HttpMethods.Head, body);
        }
    });
}
