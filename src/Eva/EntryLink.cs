using Microsoft.AspNetCore.Http;

namespace Beffroi.Eva;

public static class EntryLink
{
    /// <summary>The address that opens a campaign, under the name this site was asked by.</summary>
    public static string Of(HttpRequest request, string code) => $"{request.Scheme}://{request.Host}/eva/{code}";
}
