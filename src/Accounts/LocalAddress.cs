using Microsoft.AspNetCore.Http.HttpResults;

namespace Beffroi.Accounts;

static class LocalAddress
{
    /// <summary>The address to go back to when it is one of ours; the other one otherwise: a link cannot use us to send people elsewhere.</summary>
    public static string Of(string? address, string otherwise) =>
        !string.IsNullOrEmpty(address) && address[0] == '/' && RedirectHttpResult.IsLocalUrl(address) ? address : otherwise;
}
