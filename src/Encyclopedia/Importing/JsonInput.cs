using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Beffroi.Encyclopedia.Importing;

/// <summary>The JSON of a file that somebody hands in, or one French sentence.</summary>
static class JsonInput
{
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Of what others write: members that we do not know are theirs.</summary>
    public static readonly JsonSerializerOptions Foreign = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 32,
    };

    public static (T? Value, string? Fault) Read<T>(ReadOnlySpan<byte> bytes, JsonSerializerOptions options) where T : class
    {
        if (Fault(ref bytes) is { } fault)
        {
            return (null, fault);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(bytes, options) is { } value ? (value, null) : (null, "Le fichier ne contient rien.");
        }
        catch (JsonException wrong)
        {
            return (null, Sentence(wrong));
        }
    }

    static string? Fault(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return $"Le fichier pèse plus de {MaxBytes / 1024 / 1024} Mo.";
        }

        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        return bytes.IsEmpty ? "Le fichier est vide." : Utf8.IsValid(bytes) ? null : "Le fichier n’est pas un texte UTF-8 : enregistrez-le à nouveau dans cet encodage.";
    }

    static string Sentence(JsonException wrong)
    {
        var line = wrong.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $", ligne {number + 1}") : "";
        var path = wrong.Path is { Length: > 1 } where ? $", à l’endroit {(where.Length > 100 ? where[..100] + "…" : where)}" : "";
        return $"Ce n’est pas le JSON attendu{line}{path}.";
    }
}
