using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>
/// Our extension of STIX 2.1 (7.3): a standard object carries the line of the log that it was made from. Others read the object; we read the line, and lose nothing.
/// No object type is of our own: whoever drops the extension keeps all that people wrote.
/// </summary>
public static class StixRecord
{
    public const string Extension = "extension-definition--38ef2490-b889-4eab-b8bc-1d82fa51d517";
    public const string Maker = "identity--a71f7f3a-ffd5-422e-9c7a-4a609043c9f9";

    /// <summary>Of the form of the line; a new one where an old program could not read it.</summary>
    public const string Version = "1.0.0";

    const string Since = "2026-11-26T00:00:00.000Z";

    /// <summary>Puts a line on the object that was made from it, with a print of the object.</summary>
    public static void Sign(JsonObject item, CaseEvent line)
    {
        var print = PrintOf(item);
        item["extensions"] = new JsonObject
        {
            [Extension] = new JsonObject
            {
                ["extension_type"] = "property-extension",
                ["line"] = JsonSerializer.SerializeToNode(line, CaseJson.Options),
                ["print"] = print,
            },
        };
    }

    /// <summary>Says that an object only restates lines that are in the bundle: whoever reads the lines needs it not.</summary>
    public static void Derive(JsonObject item) => item["extensions"] = new JsonObject
    {
        [Extension] = new JsonObject { ["extension_type"] = "property-extension", ["derived"] = true },
    };

    public static StixObject? Of(StixObject item) => item.Object("extensions")?.Object(Extension);

    /// <summary>The line; null with the reason where it is none that this program knows.</summary>
    public static CaseEvent? LineOf(StixObject record, out string? why)
    {
        if (record.Object("line") is { } line)
        {
            return LineJson.Read<CaseEvent>(line.Json, out why);
        }

        why = "line";
        return null;
    }

    /// <summary>Whether the object still says what it said when it was written.</summary>
    public static bool IsAsWritten(StixObject item, StixObject record) => string.Equals(record.Text("print"), PrintOf(item.Json), StringComparison.Ordinal);

    public static JsonObject Definition() => new()
    {
        ["type"] = "extension-definition",
        ["spec_version"] = "2.1",
        ["id"] = Extension,
        ["created_by_ref"] = Maker,
        ["created"] = Since,
        ["modified"] = Since,
        ["name"] = "Beffroi case log",
        ["description"] = "The line of a case log that an object was made from.",
        ["schema"] = "line: one event of the log, as docs/chat-exchange.md of Beffroi defines it (id, caseId, number, at, happenedAt, knewAt, author, marking, fact, salt, seal). "
            + "print: lower-case hexadecimal SHA-256 of the object without extensions, in the form of RFC 8785. "
            + "derived: true where the object restates lines of other objects.",
        ["version"] = Version,
        ["extension_types"] = new JsonArray("property-extension"),
    };

    public static JsonObject MakerObject() => new()
    {
        ["type"] = "identity",
        ["spec_version"] = "2.1",
        ["id"] = Maker,
        ["created"] = Since,
        ["modified"] = Since,
        ["name"] = "Beffroi",
        ["identity_class"] = "system",
    };

    static string? PrintOf(JsonObject item)
    {
        var bare = new JsonObject(item.Where(p => p.Key is not "extensions").Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Of(bare))));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // A number that we never write.
            return null;
        }
    }
}
