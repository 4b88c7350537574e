using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>An address of the outside, as somebody typed it, and what may be wrong with it.</summary>
static class OutsideAddress
{
    /// <summary>The address, or why it is not taken. What its name leads to is judged each time that it is asked for.</summary>
    public static Uri? Read(string? typed, ChatNetwork network, out Words? wrong)
    {
        wrong = null;
        if (typed?.Trim() is not { Length: > 0 and <= WatchedFeed.AddressMaxLength } text || !Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
        {
            wrong = new("Une adresse http ou https est attendue.", "An http or https address is expected.");
            return null;
        }

        if (address.UserInfo.Length > 0)
        {
            wrong = new("Une adresse avec un nom et un mot de passe n’est pas acceptée.", "An address with a name and a password is not accepted.");
        }
        else if (!network.PrivateHosts.Contains(address.Authority, StringComparer.OrdinalIgnoreCase) && IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && !PublicAddress.Is(ip))
        {
            wrong = Private;
        }

        return wrong is null ? address : null;
    }

    public static Words Private { get; } = new("Cette adresse mène à un réseau privé.", "This address leads to a private network.");

    /// <summary>What a try met, in words; null when it is about us and not about the address.</summary>
    public static Words? Met(Exception wrong, CancellationToken ct) => wrong switch
    {
        OperationCanceledException when ct.IsCancellationRequested => null,
        OperationCanceledException => new("Le site ne répond pas à temps.", "The site does not answer in time."),
        HttpRequestException { InnerException: RefusedAddressException } or RefusedAddressException => Private,
        HttpRequestException { InnerException: AuthenticationException } => new("Le certificat du site n’est pas valable.", "The certificate of the site is not valid."),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } or HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } }
            or SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => new("Ce nom de site n’existe pas.", "There is no site of this name."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or SocketException => new("Le site est injoignable.", "The site cannot be reached."),
        HttpRequestException or IOException or UriFormatException or InvalidOperationException or NotSupportedException => new("La réponse du site ne se lit pas.", "The answer of the site cannot be read."),
        _ => null,
    };
}
