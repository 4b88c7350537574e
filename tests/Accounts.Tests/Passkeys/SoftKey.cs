using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Beffroi.Accounts.Tests.Passkeys;

/// <summary>A passkey in memory: what a telephone answers to a page (Web Authentication, level 2), written from the specification.</summary>
sealed class SoftKey
{
    readonly ECParameters _key = Draw();
    readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    string _user = "";
    uint _count;

    /// <summary>Where the page that asks is, as the browser sees it.</summary>
    public string Origin { get; set; } = "https://localhost";

    /// <summary>The name that the key is for.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>Whether the finger or the code of its owner was checked.</summary>
    public bool Verifies { get; set; } = true;

    public string Id => Base64Url.EncodeToString(_id);

    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _user = asked["user"]!["id"]!.GetValue<string>();
        var client = Client("webauthn.create", asked);
        var data = Data(attested: true);
        // One byte of length, the shortest form that holds it, which the canonical form requires: 148 here.
        byte[] attestation = [0xA3, .. Word("fmt"), .. Word("none"), .. Word("attStmt"), 0xA0, .. Word("authData"), 0x58, (byte)data.Length, .. data];
        return Answer(new() { ["clientDataJSON"] = Base64Url.EncodeToString(client), ["attestationObject"] = Base64Url.EncodeToString(attestation), ["transports"] = new JsonArray("internal") });
    }

    public string Get(string options)
    {
        var client = Client("webauthn.get", JsonNode.Parse(options)!);
        _count++;
        var data = Data(attested: false);
        using var key = ECDsa.Create(_key);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client), ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(signature), ["userHandle"] = _user,
        });
    }

    string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Id, ["rawId"] = Id, ["type"] = "public-key", ["authenticatorAttachment"] = "platform", ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    byte[] Client(string type, JsonNode asked) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["type"] = type, ["challenge"] = asked["challenge"]!.GetValue<string>(), ["origin"] = Origin, ["crossOrigin"] = false }.ToJsonString());

    // Section 6.1: the host, the flags (present, verified, attested), the count, and for a new key its number and itself.
    byte[] Data(bool attested)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, _count);
        var flags = (byte)(1 | (Verifies ? 4 : 0) | (attested ? 64 : 0));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Host)), flags, .. count, .. attested ? Attested() : []];
    }

    byte[] Attested()
    {
        var point = _key.Q;
        return [.. new byte[16], 0, (byte)_id.Length, .. _id, 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    static ECParameters Draw()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportParameters(true);
    }

    static byte[] Word(string text) => [(byte)(0x60 | text.Length), .. Encoding.ASCII.GetBytes(text)];
}
