using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Beffroi.Testing.Providers;

/// <summary>Signs tokens by the framework's own cryptography (RFC 7515), not by the library that the site checks them with.</summary>
sealed class Pen
{
    readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly RSA _rsa = RSA.Create(2048);
    readonly string _id = Guid.NewGuid().ToString("N");

    /// <summary>What is published, and only that.</summary>
    public JsonArray Published()
    {
        var (point, numbers) = (_curve.ExportParameters(false).Q, _rsa.ExportParameters(false));
        return
        [
            new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = _id + "-ec", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) },
            new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = _id + "-rsa", ["n"] = Base64Url.EncodeToString(numbers.Modulus), ["e"] = Base64Url.EncodeToString(numbers.Exponent) },
        ];
    }

    public string Sign(JsonObject claims, string algorithm) => algorithm switch
    {
        "ES256" => Write(algorithm, _id + "-ec", claims, bytes => _curve.SignData(bytes, HashAlgorithmName.SHA256)),
        "RS256" => Write(algorithm, _id + "-rsa", claims, bytes => _rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        "none" => Write(algorithm, null, claims, _ => []),
        _ => throw new ArgumentException($"No signature is named {algorithm}.", nameof(algorithm)),
    };

    /// <summary>By a shared secret; with the identifier of a published key, to be taken for it.</summary>
    public string SignShared(JsonObject claims, byte[] secret) => Write("HS256", _id + "-ec", claims, bytes => HMACSHA256.HashData(secret, bytes));

    /// <summary>As a key file would hold it.</summary>
    public byte[] PublicKey() => Encoding.ASCII.GetBytes(_curve.ExportSubjectPublicKeyInfoPem());

    static string Write(string algorithm, string? key, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (key is not null)
        {
            header["kid"] = key;
        }

        var body = Part(header) + "." + Part(claims);
        return body + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(body)));
    }

    static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
