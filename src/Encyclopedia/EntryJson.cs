using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Beffroi.Encyclopedia;

/// <summary>An entry as it is exchanged and kept: one JSON object, the same for the file, the database and the API.</summary>
public sealed record EntryFile
{
    /// <summary>Lower-case letters, digits and hyphens; never changes.</summary>
    public required string Key { get; init; }

    /// <summary>When somebody last made sure that it is still true.</summary>
    public required DateOnly ReviewedOn { get; init; }

    public required EntryContent Content { get; init; }
}

public static class EntryJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 16,
        // A number stands for no name.
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static string Write(EntryContent content) => JsonSerializer.Serialize(content, Options);

    /// <exception cref="JsonException">It is not an entry.</exception>
    public static EntryContent Read(string json) => WithoutHoles(JsonSerializer.Deserialize<EntryContent>(json, Options) ?? throw new JsonException("An entry is an object, not null."));

    /// <summary>An entry read from a file.</summary>
    /// <exception cref="JsonException">It is not one.</exception>
    public static EntryFile ReadFile(Stream json)
    {
        var file = JsonSerializer.Deserialize<EntryFile>(json, Options) ?? throw new JsonException("An entry is an object, not null.");
        WithoutHoles(file.Content);
        return file;
    }

    /// <summary>The serializer refuses a null where a value is due, except inside a list.</summary>
    /// <exception cref="JsonException">A list holds a null.</exception>
    internal static EntryContent WithoutHoles(EntryContent content)
    {
        IEnumerable<object?> all =
        [
            .. content.Criteria, .. content.Sources, .. content.Links, .. content.Reliability, .. content.Steps,
            .. content.Steps.Where(s => s is not null).SelectMany(s => s.Tools),
            .. new[] { content.Texts.Fr, content.Texts.En }.OfType<EntryText>().SelectMany(t => t.Fields.Values.Concat(t.Synonyms)),
        ];
        return all.Contains(null) ? throw new JsonException("A list of the entry holds null.") : content;
    }
}
