using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Beffroi.Testing.Providers;

/// <summary>Signs tokens by the framework's own cryptography (RFC 7515), not by the library that the site checks them with.</summary>
sealed class Pen
{
    readonly ECParameters _curve;
    readonly RSAParameters _rsa;
    readonly string _id = Guid.NewGuid().ToString("N");

    public Pen()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        (_curve, _rsa) = (curve.ExportParameters(true), rsa.ExportParameters(true));
    }

    /// <summary>What is published, and only that.</summary>
    public JsonArray Published()
    {
        var (point, numbers) = (_curve.Q, _rsa);
        return
        [
            new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = _id + "-ec", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) },
            new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = _id + "-rsa", ["n"] = Base64Url.EncodeToString(numbers.Modulus), ["e"] = Base64Url.EncodeToString(numbers.Exponent) },
        ];
    }

    public string Sign(JsonObject claims, string algorithm) => algorithm switch
    {
        "ES256" => Write(algorithm, _id + "-ec", claims, ByCurve),
        "RS256" => Write(algorithm, _id + "-rsa", claims, ByRsa),
        "none" => Write(algorithm, null, claims, _ => []),
        _ => throw new ArgumentException($"No signature is named {algorithm}.", nameof(algorithm)),
    };

    /// <summary>By a shared secret; with the identifier of a published key, to be taken for it.</summary>
    public string SignShared(JsonObject claims, byte[] secret) => Write("HS256", _id + "-ec", claims, bytes => HMACSHA256.HashData(secret, bytes));

    /// <summary>As a key file would hold it.</summary>
    public byte[] PublicKey()
    {
        using var curve = ECDsa.Create(_curve);
        return Encoding.ASCII.GetBytes(curve.ExportSubjectPublicKeyInfoPem());
    }

    byte[] ByCurve(byte[] bytes)
    {
        using var curve = ECDsa.Create(_curve);
        return curve.SignData(bytes, HashAlgorithmName.SHA256);
    }

    byte[] ByRsa(byte[] bytes)
    {
        using var rsa = RSA.Create(_rsa);
        return rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

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
