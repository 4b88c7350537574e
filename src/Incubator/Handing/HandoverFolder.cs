using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Beffroi.Incubator.Handing;

/// <summary>The files of a handover, and the hash of each: a folder that <c>sha256sum -c SHA256SUMS</c> checks without this program.</summary>
public static class HandoverFolder
{
    public const string Rows = "donnees.json";
    public const string Figures = "chiffres.json";
    public const string Sums = "SHA256SUMS";

    static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, IgnoreReadOnlyProperties = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        // A row that is not of these tables is a mistake, not something to leave out in silence.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(), new PlainMoney() },
    };

    /// <param name="more">Other files to put beside: published tables and their schemas, where the source is.</param>
    public static IReadOnlyDictionary<string, byte[]> Pack(Handover handover, IReadOnlyDictionary<string, byte[]> more)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [Rows] = JsonSerializer.SerializeToUtf8Bytes(handover, Json),
            [Figures] = JsonSerializer.SerializeToUtf8Bytes(handover.Figures(), Json),
        };
        foreach (var (name, content) in more)
        {
            files.Add(name, content);
        }

        files[Sums] = Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")));
        return files;
    }

    /// <summary>Reads what was packed, once each file is the one that was written.</summary>
    /// <exception cref="InvalidDataException">Says in French what is missing, changed or unreadable.</exception>
    public static (Handover Handover, IReadOnlyList<HandedFigures> Figures) Unpack(IReadOnlyDictionary<string, byte[]> files)
    {
        foreach (var (name, sum) in Listed(Of(files, Sums)))
        {
            if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(Of(files, name))), sum, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"le fichier {name} a changé depuis qu’il a été écrit");
            }
        }

        try
        {
            return (JsonSerializer.Deserialize<Handover>(Of(files, Rows), Json)!, JsonSerializer.Deserialize<List<HandedFigures>>(Of(files, Figures), Json)!);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"ce dossier n’a pas la forme attendue, à {wrong.Path}", wrong);
        }
    }

    static byte[] Of(IReadOnlyDictionary<string, byte[]> files, string name) => files.TryGetValue(name, out var content) ? content : throw new InvalidDataException($"il manque le fichier {name}");

    // Both files that are read must be listed: a list without them checks nothing.
    static IReadOnlyList<(string Name, string Sum)> Listed(byte[] sums)
    {
        var lines = Encoding.UTF8.GetString(sums).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  ", 2)).ToList();
        return lines.TrueForAll(l => l.Length == 2) && new[] { Rows, Figures }.All(name => lines.Exists(l => string.Equals(l[1], name, StringComparison.Ordinal)))
            ? lines.ConvertAll(l => (l[1], l[0]))
            : throw new InvalidDataException($"le fichier {Sums} ne liste pas tous les autres");
    }

    sealed class PlainMoney : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && decimal.TryParse(reader.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var amount) ? Money.Of(amount) : throw new JsonException("An amount is a text such as 12.50.");

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.Plain);
    }
}
