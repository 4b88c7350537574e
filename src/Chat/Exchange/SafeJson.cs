using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Beffroi.Chat.Cases;

namespace Beffroi.Chat.Exchange;

/// <summary>Reads JSON that somebody else wrote: bounded, and never trusted.</summary>
static class SafeJson
{
    /// <summary>Bytes. A case of 10,000 lines takes some 15 MB; ours.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>STIX 2.1 nests less than ten deep, its extensions aside; ours.</summary>
    public const int MaxDepth = 64;

    /// <summary>Names, values and brackets; keeps memory within a few hundred megabytes; ours.</summary>
    public const int MaxTokens = 8_000_000;

    /// <summary>The value, or what is wrong with it and where.</summary>
    public static JsonNode? Read(ReadOnlySpan<byte> bytes, out Fault? fault)
    {
        fault = null;
        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (bytes.IsEmpty)
        {
            fault = File("Le fichier est vide.", "The file is empty.");
        }
        else if (bytes.Length > MaxBytes)
        {
            fault = TooLarge(bytes.Length);
        }
        else if (!Utf8.IsValid(bytes))
        {
            fault = File("Ce fichier n’est pas du texte en UTF-8.", "This file is no text in UTF-8.");
        }
        else
        {
            fault = Walk(bytes);
        }

        return fault is null
            ? JsonNode.Parse(bytes, null, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false })
            : null;
    }

    public static Fault TooLarge(long bytes) => File(
        string.Create(CultureInfo.InvariantCulture, $"Le fichier est trop gros\u00A0: {bytes / 1048576} Mo, pour {MaxBytes / 1048576} au plus."),
        string.Create(CultureInfo.InvariantCulture, $"The file is too large: {bytes / 1048576} MB, for {MaxBytes / 1048576} at most."));

    public static Fault File(string french, string english) => new("File", french, english);

    /// <summary>All that could fail later fails here: depth, count, escapes that make no character, the same name twice.</summary>
    static Fault? Walk(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        var names = new Stack<HashSet<string>>();
        var tokens = 0;
        try
        {
            while (reader.Read())
            {
                if (++tokens > MaxTokens)
                {
                    return File("Le fichier contient trop de valeurs.", "The file holds too many values.");
                }

                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        names.Push(new(StringComparer.Ordinal));
                        break;
                    case JsonTokenType.EndObject:
                        names.Pop();
                        break;
                    case JsonTokenType.PropertyName:
                        var name = reader.GetString()!;
                        if (!names.Peek().Add(name))
                        {
                            return At(bytes, reader.TokenStartIndex, $"«\u00A0{Short(name)}\u00A0» y est deux fois", $"\"{Short(name)}\" is there twice");
                        }

                        break;
                    case JsonTokenType.String when reader.ValueIsEscaped:
                        _ = reader.GetString();
                        break;
                    default:
                        break;
                }
            }
        }
        catch (JsonException e)
        {
            // The depth of what was read last, which was opened inside the others.
            return reader.CurrentDepth >= MaxDepth - 1
                ? At(bytes, reader.BytesConsumed,
                    string.Create(CultureInfo.InvariantCulture, $"plus de {MaxDepth} niveaux les uns dans les autres"),
                    string.Create(CultureInfo.InvariantCulture, $"more than {MaxDepth} levels inside each other"))
                : new("File",
                    string.Create(CultureInfo.InvariantCulture, $"Ce n’est pas du JSON\u00A0: ligne {e.LineNumber + 1}, octet {e.BytePositionInLine + 1}."),
                    string.Create(CultureInfo.InvariantCulture, $"This is no JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}."));
        }
        catch (InvalidOperationException)
        {
            return At(bytes, reader.TokenStartIndex, "un caractère y est coupé en deux", "half a character is there");
        }

        return null;
    }

    static Fault At(ReadOnlySpan<byte> bytes, long index, string french, string english)
    {
        var line = bytes[..(int)Math.Min(index, bytes.Length)].Count((byte)'\n') + 1;
        return File(string.Create(CultureInfo.InvariantCulture, $"Ligne {line}\u00A0: {french}."), string.Create(CultureInfo.InvariantCulture, $"Line {line}: {english}."));
    }

    static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
