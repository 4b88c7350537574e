using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Beffroi.Chat.Evidence.Custody;

namespace Beffroi.Chat.Evidence.CaseFiles;

/// <summary>Makes the file of a case. The same content always makes the same bytes.</summary>
public static class CaseFile
{
    /// <summary>Bytes, all together: it is made and checked in memory.</summary>
    public const int MaximumLength = 1024 * 1024 * 1024;

    internal const string ManifestName = "manifest.json";
    internal const string SumsName = "SHA256SUMS";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        NewLine = "\n",
        MaxDepth = 8,
    };

    static readonly JsonSerializerOptions Spaced = new(Json) { WriteIndented = true };

    /// <exception cref="ArgumentException">It is larger than <see cref="MaximumLength"/>, a document has a name that is not safe, or the content of some evidence is not what arrived.</exception>
    public static byte[] Write(CaseFileContent content)
    {
        var parts = new List<(string Name, byte[] Bytes)>();
        var items = content.Evidence.Select((evidence, i) => Evidence(evidence, i + 1, parts)).ToList();
        var papers = content.Documents.Select(d => Paper(d, parts)).ToList();
        parts.Insert(0, (ManifestName, Bytes(JsonSerializer.Serialize(Manifest(content, items, papers), Spaced) + "\n")));
        parts.Insert(0, ("LISEZMOI.txt", Bytes(ReadMe(content))));
        parts.Add((SumsName, Bytes(Sums(parts))));
        return Sealed(parts);
    }

    static CaseFileItem Evidence(CaseFileEvidence evidence, int number, List<(string, byte[])> parts)
    {
        if (!string.Equals(Hash(evidence.Content), evidence.Custody.Sha256, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The content of {evidence.Name} is not what arrived.", nameof(evidence));
        }

        if (evidence.Name.Any(char.IsControl) || evidence.Name.AsSpan().ContainsAny("/\\:"))
        {
            throw new ArgumentException("The name of some evidence is not a safe one.", nameof(evidence));
        }

        var (path, custody) = (string.Create(CultureInfo.InvariantCulture, $"evidence/{number:D3}-{evidence.Name}"), string.Create(CultureInfo.InvariantCulture, $"custody/{number:D3}.jsonl"));
        parts.Add((path, evidence.Content));
        parts.Add((custody, Bytes(string.Concat(evidence.Custody.Events.Select(e => JsonSerializer.Serialize(e, Json) + "\n")))));
        return new()
        {
            Id = evidence.Custody.Evidence,
            Path = path,
            Custody = custody,
            Name = evidence.Name,
            MediaType = evidence.MediaType,
            Size = evidence.Content.Length,
            Sha256 = evidence.Custody.Sha256,
            Picture = evidence.Picture,
            Links = evidence.Custody.Events.Count,
            Head = evidence.Custody.Head,
        };
    }

    static CaseFilePaper Paper(CaseFileDocument document, List<(string Name, byte[])> parts)
    {
        var path = "documents/" + document.Name;
        if (document.Name.Length is 0 or > 100 || document.Name[0] == '.' || !document.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') || parts.Exists(p => string.Equals(p.Name, path, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"A document cannot be named {document.Name} here.", nameof(document));
        }

        parts.Add((path, document.Content));
        return new(path, document.Content.Length, Hash(document.Content));
    }

    static CaseFileManifest Manifest(CaseFileContent content, List<CaseFileItem> items, List<CaseFilePaper> papers) => new()
    {
        Format = CaseFileManifest.CurrentFormat,
        CaseId = content.CaseId,
        Title = content.Title,
        Tlp = content.Tlp,
        At = content.At,
        By = content.By,
        Head = Head(items.Select(i => i.Head)),
        Evidence = items,
        Documents = papers,
    };

    /// <summary>What says all of the chains in 64 characters.</summary>
    internal static string Head(IEnumerable<string> heads) => Hash(Bytes(string.Concat(heads.Select(h => h + "\n"))));

    internal static string Sums(IEnumerable<(string Name, byte[] Bytes)> parts) => string.Concat(parts.Select(p => $"{Hash(p.Bytes)}  {p.Name}\n"));

    internal static byte[] Sealed(IReadOnlyList<(string Name, byte[] Bytes)> contents)
    {
        if (contents.Sum(c => (long)c.Bytes.Length) > MaximumLength - (MaximumLength / 16) || contents.Count > 60_000)
        {
            throw new ArgumentException("A case file of this size is not made.", nameof(contents));
        }

        using var file = new MemoryStream();
        var parts = new List<ZipPart>();
        foreach (var (name, bytes) in contents)
        {
            Add(file, parts, name, bytes);
        }

        Add(file, parts, BlockSeal.Name, BlockSeal.Of(file.GetBuffer().AsSpan(0, (int)file.Length)));
        file.Write(PlainZip.Directory(parts));
        return file.ToArray();
    }

    static void Add(MemoryStream file, List<ZipPart> parts, string name, byte[] bytes)
    {
        var (at, crc) = ((int)file.Length, Crc32.Of(bytes));
        file.Write(PlainZip.Header(name, bytes.Length, crc));
        parts.Add(new(name, at, (int)file.Length, bytes.Length, crc));
        file.Write(bytes);
    }

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>As TLP 2.0 has it written, in one word.</summary>
    public static string Marking(Tlp tlp) => tlp switch
    {
        Tlp.Clear => "TLP:CLEAR",
        Tlp.Green => "TLP:GREEN",
        Tlp.Amber => "TLP:AMBER",
        Tlp.AmberStrict => "TLP:AMBER+STRICT",
        Tlp.Red => "TLP:RED",
    };

    static string ReadMe(CaseFileContent content) => string.Create(CultureInfo.InvariantCulture, $"""
        {Marking(content.Tlp)}
        {content.Title}

        Dossier de cas de Beffroi, fait le {content.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC par {content.By}.
        evidence/ : les preuves, octet pour octet comme elles sont arrivées.
        custody/ : qui a fait quoi de chacune ; chaque ligne porte l’empreinte de la précédente.
        Vérifier, sans réseau :  beffroi case verify FICHIER
        À défaut :  sha256sum -c SHA256SUMS

        Case file of Beffroi, made on {content.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC by {content.By}.
        evidence/: the evidence, byte for byte as it arrived.
        custody/: who did what with each piece; each line holds the hash of the one before.
        To check, without a network:  beffroi case verify FILE
        Failing that:  sha256sum -c SHA256SUMS

        """).ReplaceLineEndings("\n");
}
