using System.Text.Json.Nodes;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>
/// Markings of TLP 2.0 as OASIS publishes them for STIX 2.1 (cti-stix-common-objects, extension of 1 October 2022). Readers do not have them:
/// they travel with what they mark, or it is dropped.
/// </summary>
public static class StixTlp
{
    public const string Extension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    static readonly (Tlp Level, string Word, string Id)[] All =
    [
        (Tlp.Clear, "clear", "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"),
        (Tlp.Green, "green", "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
        (Tlp.Amber, "amber", "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
        (Tlp.AmberStrict, "amber+strict", "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"),
        (Tlp.Red, "red", "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"),
    ];

    /// <summary>Those of TLP 1.0 that STIX 2.1 defines (7.2.1.4), which need not travel. WHITE became CLEAR.</summary>
    static readonly (Tlp Level, string Id)[] First =
    [
        (Tlp.Clear, "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"),
        (Tlp.Green, "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"),
        (Tlp.Amber, "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"),
        (Tlp.Red, "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"),
    ];

    public static string IdOf(Tlp level) => All[(int)level].Id;

    /// <summary>As TLP 2.0 writes it: <c>TLP:AMBER+STRICT</c>.</summary>
    public static string Label(Tlp level) => "TLP:" + All[(int)level].Word.ToUpperInvariant();

    public static JsonObject ObjectOf(Tlp level) => new()
    {
        ["type"] = "marking-definition",
        ["spec_version"] = "2.1",
        ["id"] = IdOf(level),
        ["created"] = "2022-10-01T00:00:00.000Z",
        ["name"] = Label(level),
        ["extensions"] = new JsonObject { [Extension] = new JsonObject { ["extension_type"] = "property-extension", ["tlp_2_0"] = All[(int)level].Word } },
    };

    /// <summary>By its published identifier.</summary>
    public static Tlp? LevelOf(string markingId) =>
        All.Where(m => string.Equals(m.Id, markingId, StringComparison.Ordinal)).Select(m => (Tlp?)m.Level).FirstOrDefault()
        ?? First.Where(m => string.Equals(m.Id, markingId, StringComparison.Ordinal)).Select(m => (Tlp?)m.Level).FirstOrDefault();

    /// <summary>
    /// By what it says: the extension of TLP 2.0, the definition of TLP 1.0, or the names that OpenCTI gives to levels that it defines itself.
    /// A marking that only bears such a name is believed, as whoever wrote the bundle is.
    /// </summary>
    public static Tlp? LevelOf(StixObject marking) =>
        LevelOf(marking.Id)
        ?? Word(marking.Object("extensions")?.Object(Extension)?.Text("tlp_2_0"))
        ?? Word(marking.Object("definition")?.Text("tlp"))
        ?? Word(marking.Text("x_opencti_definition"))
        ?? Word(marking.Object("definition")?.Text("TLP"))
        ?? Word(marking.Text("name"), prefixed: true);

    /// <summary>Also the tags of MISP: <c>tlp:amber+strict</c>.</summary>
    public static Tlp? Word(string? text, bool prefixed = false)
    {
        var word = text?.Trim().ToLowerInvariant() ?? "";
        var isPrefixed = word.StartsWith("tlp:", StringComparison.Ordinal);
        if (prefixed && !isPrefixed)
        {
            return null;
        }

        return (isPrefixed ? word[4..].Trim() : word) switch
        {
            "clear" or "white" => Tlp.Clear,
            "green" => Tlp.Green,
            "amber" => Tlp.Amber,
            "amber+strict" or "amber-strict" => Tlp.AmberStrict,
            "red" => Tlp.Red,
            _ => null,
        };
    }
}
