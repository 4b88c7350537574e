using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Accounts.OpenId;

namespace Beffroi.Testing.Providers;

/// <summary>What a provider writes, right or with the slip that the test asks for.</summary>
static class Writing
{
    const int Life = 60;

    public static string IdToken(ProviderServer server, Pen pen, Granted granted)
    {
        var now = server.Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = server.Slip == Slip.WrongIssuer ? "https://ailleurs.example/api/v2" : server.Issuer,
            ["sub"] = server.SubjectOf(granted.Person),
            ["aud"] = server.Slip == Slip.WrongAudience ? "un-autre-client" : server.Slip == Slip.TwoAudiences ? new JsonArray(server.Client.Id, "un-autre-client") : server.Client.Id,
            ["iat"] = server.Slip switch { Slip.Expired => now - 600, Slip.IssuedLongAgo => now - 3600, _ => now },
            ["exp"] = server.Slip == Slip.Expired ? now - 600 + Life : now + Life,
            ["nonce"] = server.Slip == Slip.WrongNonce ? new string('n', 43) : granted.Nonce,
        };
        if (server.Slip != Slip.NoAcr)
        {
            claims["acr"] = server.Slip == Slip.WeakAcr ? "eidas0" : granted.Person.Acr;
        }

        if (server.Slip switch { Slip.NoNonce => "nonce", Slip.NoSubject => "sub", Slip.NoExpiry => "exp", _ => null } is { } left)
        {
            claims.Remove(left);
        }

        return server.Slip switch
        {
            Slip.StrangeKey => new Pen().Sign(claims, server.Client.Algorithm),
            Slip.OtherAlgorithm => pen.Sign(claims, server.Client.Algorithm == "ES256" ? "RS256" : "ES256"),
            Slip.NoAlgorithm => pen.Sign(claims, "none"),
            Slip.SharedSecret => pen.SignShared(claims, Encoding.UTF8.GetBytes(server.Client.Secret)),
            Slip.PublicKeyAsSecret => pen.SignShared(claims, pen.PublicKey()),
            Slip.Tampered => Tampered(pen.Sign(claims, server.Client.Algorithm), server, granted),
            _ => pen.Sign(claims, server.Client.Algorithm),
        };
    }

    public static string UserInfo(ProviderServer server, Pen pen, Granted granted)
    {
        var claims = Claims(server, granted);
        claims["iss"] = server.Issuer;
        claims["aud"] = server.Slip == Slip.UserInfoForAnother ? "un-autre-client" : server.Client.Id;
        claims["iat"] = server.Clock.GetUtcNow().ToUnixTimeSeconds();
        claims["exp"] = server.Clock.GetUtcNow().ToUnixTimeSeconds() + Life;
        return server.Slip switch
        {
            Slip.UserInfoByStrangeKey => new Pen().Sign(claims, server.Client.Algorithm),
            Slip.UserInfoUnsigned => pen.Sign(claims, "none"),
            _ => pen.Sign(claims, server.Client.Algorithm),
        };
    }

    /// <summary>Only what the scope asks for.</summary>
    public static JsonObject Claims(ProviderServer server, Granted granted)
    {
        var (person, family) = (granted.Person, server.Kind == Provider.FranceConnect ? "family_name" : "usual_name");
        var all = new JsonObject
        {
            ["given_name"] = person.GivenName, [family] = person.FamilyName, ["email"] = person.Email, ["siret"] = person.Siret, ["organization_label"] = person.Body,
            ["roles"] = new JsonArray([.. person.Roles.Select(r => (JsonNode)r)]),
        };
        var told = new JsonObject { ["sub"] = server.Slip == Slip.UserInfoOfAnother ? server.SubjectOf(person with { Number = "somebody else" }) : server.SubjectOf(person) };
        foreach (var (name, value) in all.Where(c => c.Value is not null && granted.Scope.Contains(c.Key, StringComparer.Ordinal)).ToList())
        {
            told[name] = value!.DeepClone();
        }

        return told;
    }

    // Somebody else's subject, under the signature of the first.
    static string Tampered(string token, ProviderServer server, Granted granted)
    {
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace(server.SubjectOf(granted.Person), server.SubjectOf(granted.Person with { Number = "victim" }), StringComparison.Ordinal);
        return $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.{parts[2]}";
    }
}
