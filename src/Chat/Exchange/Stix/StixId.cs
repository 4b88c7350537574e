using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>Identifiers of STIX 2.1 (OASIS, 10 June 2021, 2.9): a type, two hyphens, a UUID.</summary>
public static class StixId
{
    /// <summary>Name space of the cyber-observable objects (2.9): everybody gives the same one the same identifier.</summary>
    static readonly Guid Observables = new("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /// <summary>Ours, for what has no identifier of its own: the same thing in two exports is the same object.</summary>
    static readonly Guid Ours = new("6e5c0050-44bb-479a-9913-fced6cc495ed");

    public static string Of(string type, Guid id) => $"{type}--{id.ToString("D", CultureInfo.InvariantCulture)}";

    /// <param name="contributing">The properties that the standard lists as contributing to the identifier of this type.</param>
    public static string OfObservable(string type, JsonObject contributing) => Of(type, Version5(Observables, CanonicalJson.Of(contributing)));

    /// <summary>Of something that is said by its name.</summary>
    public static string OfName(string type, string name) => Of(type, NameOf(type, name));

    public static Guid NameOf(string kind, string name) => Version5(Ours, kind + "\n" + name);

    public static bool IsType(string type) =>
        type.Length is >= 3 and <= 250 && char.IsAsciiLetterLower(type[0]) && type.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    /// <summary>Whether it is one, and of what.</summary>
    public static bool TryRead(string? text, out string type, out Guid id)
    {
        type = "";
        id = default;
        var cut = text?.LastIndexOf("--", StringComparison.Ordinal) ?? -1;
        if (cut <= 0 || !Guid.TryParseExact(text.AsSpan(cut + 2), "D", out id) || !IsType(text![..cut]))
        {
            return false;
        }

        type = text[..cut];
        return true;
    }

    public static string TypeOf(string id) => TryRead(id, out var type, out _) ? type : "";

    /// <summary>RFC 9562 (2024), 5.5: SHA-1 of the name space and of the name, 122 bits of it.</summary>
    public static Guid Version5(Guid space, string name)
    {
#pragma warning disable CA5350 // The standard names SHA-1; nothing is protected by it.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }
}
