using System.Text.Json;
using Beffroi.Encyclopedia.OwnFormat;

namespace Beffroi.Encyclopedia.Importing;

/// <summary>A file in our own format, or entries as they should read now.</summary>
static class OwnFileReading
{
    /// <summary>A whole file, a list of entries or one entry.</summary>
    /// <param name="author">Who wrote what has no versions.</param>
    public static ReadFile Read(ReadOnlySpan<byte> bytes, string author, string comment)
    {
        var first = FirstMark(bytes);
        if (first is '[')
        {
            var (list, fault) = JsonInput.Read<List<EntryFile>>(bytes, EntryJson.Options);
            return list is null ? ReadFile.Refused(fault!) : States(list, author, comment);
        }

        var (whole, why) = JsonInput.Read<OwnFile>(bytes, EntryJson.Options);
        if (whole is not null)
        {
            return Histories(whole);
        }

        var (one, faultOfOne) = JsonInput.Read<EntryFile>(bytes, EntryJson.Options);
        return one is not null ? States([one], author, comment) : ReadFile.Refused(bytes.IndexOf("\"versions\""u8) >= 0 ? why! : faultOfOne!);
    }

    /// <summary>Entries as they should read now.</summary>
    public static ReadFile States(IEnumerable<EntryFile> files, string author, string comment)
    {
        try
        {
            return ReadFile.Of([.. files.Select(f => f ?? throw new JsonException()).Select(f => IncomingEntry.State(f.Key, f.ReviewedOn, EntryJson.WithoutHoles(f.Content), author, comment))]);
        }
        catch (JsonException)
        {
            return ReadFile.Refused(Hole);
        }
    }

    static ReadFile Histories(OwnFile file)
    {
        if (!string.Equals(file.Format, OwnFile.Name, StringComparison.Ordinal) || file.Version != OwnFile.Current)
        {
            return ReadFile.Refused($"Le format n’est pas « {OwnFile.Name} », version {OwnFile.Current}.");
        }

        if (file.Entries.Any(e => e is null || e.Versions.Any(v => v is null)))
        {
            return ReadFile.Refused(Hole);
        }

        try
        {
            var faults = file.Entries.Where(e => e.Versions.Count == 0 || e.Versions.Index().Any(v => v.Item.Number != v.Index + 1))
                .Select(e => $"Fiche {e.Key} : les versions se numérotent 1, 2, 3… sans trou.").ToList();
            return faults.Count > 0 ? ReadFile.Refused(faults)
                : ReadFile.Of([.. file.Entries.Select(e => new IncomingEntry(e.Key, e.ReviewedOn ?? Entry.NotReviewed, [.. e.Versions.Select(Incoming)]))]);
        }
        catch (JsonException)
        {
            return ReadFile.Refused(Hole);
        }
    }

    /// <exception cref="JsonException">A list holds a null.</exception>
    static IncomingVersion Incoming(OwnVersion version) => version.Withheld is null
        ? new(EntryJson.WithoutHoles(version.Content), version.At, version.AuthorName, version.Comment)
        : new(Blank.Of(EntryJson.WithoutHoles(version.Content)), version.At, null, Blank.Words) { Withheld = version.Withheld };

    const string Hole = "Une liste du fichier contient « null ».";

    static char? FirstMark(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes)
        {
            if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return (char)b;
            }
        }

        return null;
    }
}
