using System.Text.Json;

namespace Beffroi.Accounts.OpenId;

/// <summary>From the code that a browser brings back to the person whom the provider vouches for, at once: the code lives 30 seconds and what it opens 60.</summary>
sealed class Exchange(ProviderCards cards, ProviderLine line, Answer answer)
{
    /// <summary>The type of a signed answer (OpenID Connect Core 1.0, section 5.3.2).</summary>
    const string SignedType = "application/jwt";

    public async Task<OutsideIdentity> Person(Errand errand, ProviderSettings settings, string code, string comeBack, CancellationToken ct)
    {
        var card = await cards.Of(settings, ct);
        var (idToken, accessToken) = Tokens(await line.Post(card.Token, Form(errand, settings, code, comeBack), ct));
        var signedIn = await answer.IdToken(idToken, errand, settings, ct);
        var (userInfo, type) = await line.GetWith(card.UserInfo, accessToken, ct);
        if (!string.Equals(type, SignedType, StringComparison.Ordinal))
        {
            throw new ProviderTroubleException("The userinfo is not signed: declare its signature to the provider.");
        }

        return OutsideIdentity.Read(errand.Provider, idToken, signedIn, await answer.UserInfo(userInfo, signedIn, settings, ct));
    }

    static Dictionary<string, string> Form(Errand errand, ProviderSettings settings, string code, string comeBack)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = comeBack,
            ["client_id"] = settings.ClientId,
            ["client_secret"] = settings.ClientSecret,
        };
        if (errand.Verifier is { } verifier)
        {
            form["code_verifier"] = verifier;
        }

        return form;
    }

    static (string IdToken, string AccessToken) Tokens(string json)
    {
        try
        {
            using var page = JsonDocument.Parse(json);
            return page.RootElement.GetProperty("id_token").GetString() is { } id && page.RootElement.GetProperty("access_token").GetString() is { } access
                ? (id, access)
                : throw new ProviderTroubleException("The provider gives no token.");
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ProviderTroubleException("The provider's tokens cannot be read.", problem);
        }
    }
}
