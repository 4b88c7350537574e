using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Beffroi.Accounts.OpenId;

/// <summary>Checks what a provider signed: by one of its keys, with the one algorithm declared, for us, and now.</summary>
sealed class Answer(ProviderCards cards, TimeProvider clock)
{
    /// <summary>What two clocks may differ by.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>FranceConnect's subjects have 66 characters; OpenID Connect Core 1.0, section 2, allows 255.</summary>
    const int MostSubject = 255;

    static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = ProviderLine.MostBytes };

    /// <summary>The token that says who signed in, when and how, in answer to this errand.</summary>
    public async Task<JsonWebToken> IdToken(string text, Errand errand, ProviderSettings settings, CancellationToken ct)
    {
        var token = await Signed(text, settings, mustExpire: true, ct);
        if (!token.TryGetPayloadValue<string>("nonce", out var nonce) || !string.Equals(nonce, errand.Nonce, StringComparison.Ordinal))
        {
            throw new ProviderTroubleException("The id_token answers another request.");
        }

        var issued = token.IssuedAt;
        if (issued < (errand.StartedAt - Skew).UtcDateTime || issued > (clock.GetUtcNow() + Skew).UtcDateTime)
        {
            throw new ProviderTroubleException("The id_token is of another time.");
        }

        if (errand.Provider == Provider.FranceConnect && !(token.TryGetPayloadValue<string>("acr", out var acr) && Assurance.IsCitizen(acr)))
        {
            throw new ProviderTroubleException("The level of assurance is below what was asked.");
        }

        return token;
    }

    /// <summary>What the provider knows of that same person, and no other.</summary>
    public async Task<JsonWebToken> UserInfo(string text, JsonWebToken idToken, ProviderSettings settings, CancellationToken ct)
    {
        var token = await Signed(text, settings, mustExpire: false, ct);
        return string.Equals(token.Subject, idToken.Subject, StringComparison.Ordinal)
            ? token
            : throw new ProviderTroubleException("The userinfo is about somebody else.");
    }

    async Task<JsonWebToken> Signed(string text, ProviderSettings settings, bool mustExpire, CancellationToken ct)
    {
        var first = await cards.Of(settings, ct);
        var result = await Handler.ValidateTokenAsync(text, Rules(settings, first, mustExpire));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && await cards.Fresh(settings, ct) is var fresh && fresh != first)
        {
            result = await Handler.ValidateTokenAsync(text, Rules(settings, fresh, mustExpire));
        }

        var token = result.IsValid ? (JsonWebToken)result.SecurityToken : throw new ProviderTroubleException($"A token is refused: {result.Exception?.GetType().Name}.");
        return token.Audiences.Count() == 1 && token.Subject.Length is > 0 and <= MostSubject
            ? token
            : throw new ProviderTroubleException("A token is for several, or about nobody.");
    }

    TokenValidationParameters Rules(ProviderSettings settings, ProviderCard card, bool mustExpire) => new()
    {
        ValidIssuer = settings.Issuer,
        ValidAudience = settings.ClientId,
        ValidAlgorithms = [settings.Algorithm],
        IssuerSigningKeys = card.Keys,
        RequireSignedTokens = true,
        RequireExpirationTime = mustExpire,
        LifetimeValidator = (from, until, _, _) => (from is null || from <= (clock.GetUtcNow() + Skew).UtcDateTime) && (until is null ? !mustExpire : until > (clock.GetUtcNow() - Skew).UtcDateTime),
    };
}
