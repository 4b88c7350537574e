namespace Beffroi.Chat.Evidence.CaseFiles;

/// <summary>Where a byte of a case file is, as a person would say it.</summary>
sealed record CaseFilePlace(string? Part, int? Link, Words Words)
{
    public static CaseFilePlace Of(ReadOnlySpan<byte> file, IReadOnlyList<ZipPart> parts, int seal, int offset)
    {
        if (parts.FirstOrDefault(p => offset >= p.Header && offset < p.End) is { } part)
        {
            if (offset < part.Start)
            {
                return new(part.Name, null, new($"en-tête de {part.Name}", $"header of {part.Name}"));
            }

            var inside = offset - part.Start;
            if (!part.Name.StartsWith("custody/", StringComparison.Ordinal))
            {
                return new(part.Name, null, new($"{part.Name}, octet {inside}", $"{part.Name}, byte {inside}"));
            }

            var link = 1 + file[part.Start..offset].Count((byte)'\n');
            return new(part.Name, link, new($"{part.Name}, maillon {link}", $"{part.Name}, link {link}"));
        }

        return offset >= seal - PlainZip.HeaderLength - BlockSeal.Name.Length && parts.Count > 0
            ? new(BlockSeal.Name, null, new("sceau ou répertoire de l’archive", "seal or directory of the archive"))
            : new(null, null, new("hors des parties connues", "outside of the known parts"));
    }
}
