using System.Text;
using System.Text.Json;
using Beffroi.Chat.Evidence.Custody;

namespace Beffroi.Chat.Evidence.CaseFiles;

/// <summary>
/// Checks a case file with nothing but itself: each byte against the seal, each part against the list, each piece of evidence against what arrived, each link against the one before.
/// Someone who rewrites all of it, seal included, is caught by the head alone, when it was noted elsewhere.
/// </summary>
public static class CaseFileCheck
{
    /// <param name="head">As it was noted when the file was made; null: it was not.</param>
    public static CaseFileReport Check(byte[] file, string? head = null)
    {
        var (check, faults) = SealCheck.Of(file);
        if (check is null)
        {
            return new() { Faults = faults };
        }

        // What a changed byte has broken is told once.
        var known = faults.Select(f => f.Part).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var reading = new Reading(check.File, check.Parts);
        var manifest = reading.Run();
        faults.AddRange(reading.Faults.Where(f => f.Part is null || !known.Contains(f.Part) || f.Kind == CaseFileFaultKind.Custody));
        if (head is not null && manifest is not null && !string.Equals(head.Trim(), manifest.Head, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(new(CaseFileFaultKind.Head, new("La tête des chaînes n’est pas celle qui avait été notée : ce dossier a été refait.", "The head of the chains is not the one that was noted: this file was made again.")));
        }

        // The sums of all parts say nothing more where one of them is known to be wrong.
        return new() { Faults = faults.Count > 1 ? [.. faults.Where(f => f.Part is not CaseFile.SumsName || f.Kind != CaseFileFaultKind.Content)] : faults, Manifest = manifest };
    }

    sealed class Reading(byte[] file, IReadOnlyList<ZipPart> parts)
    {
        readonly HashSet<string> _listed = new(StringComparer.Ordinal) { CaseFile.ManifestName, CaseFile.SumsName, "LISEZMOI.txt" };

        public List<CaseFileFault> Faults { get; } = [];

        public CaseFileManifest? Run()
        {
            foreach (var part in parts.Where(p => Crc32.Of(Content(p)) != p.Crc))
            {
                Tell(CaseFileFaultKind.Content, part.Name, "la somme de contrôle de l’archive n’est pas la sienne", "the archive’s checksum is not its own");
            }

            var manifest = Manifest();
            if (manifest is null)
            {
                return null;
            }

            foreach (var item in manifest.Evidence)
            {
                Evidence(item);
            }

            foreach (var paper in manifest.Documents)
            {
                Listed(paper.Path, paper.Size, paper.Sha256);
            }

            if (!string.Equals(manifest.Head, CaseFile.Head(manifest.Evidence.Select(e => e.Head)), StringComparison.Ordinal))
            {
                Tell(CaseFileFaultKind.Content, CaseFile.ManifestName, "la tête n’est pas celle des chaînes", "the head is not that of the chains");
            }

            foreach (var part in parts.Where(p => !_listed.Contains(p.Name)))
            {
                Tell(CaseFileFaultKind.Structure, part.Name, "cette partie n’est pas dans la liste", "this part is not in the list");
            }

            if (parts.GroupBy(p => p.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                Tell(CaseFileFaultKind.Structure, twice.Key, "cette partie est là deux fois", "this part is there twice");
            }

            Sums();
            return manifest;
        }

        CaseFileManifest? Manifest()
        {
            try
            {
                if (Find(CaseFile.ManifestName) is { } part && JsonSerializer.Deserialize<CaseFileManifest>(Content(part), CaseFile.Json) is { Format: CaseFileManifest.CurrentFormat } manifest
                    && manifest.Evidence.All(e => e is not null) && manifest.Documents.All(d => d is not null))
                {
                    return manifest;
                }
            }
            catch (JsonException)
            {
                // Told below, as what is absent.
            }

            Tell(CaseFileFaultKind.Content, CaseFile.ManifestName, "la liste manque, ou n’est pas d’une version connue", "the list is missing, or of no known version");
            return null;
        }

        void Evidence(CaseFileItem item)
        {
            Listed(item.Path, item.Size, item.Sha256);
            _listed.Add(item.Custody);
            if (Find(item.Custody) is not { } part)
            {
                Tell(CaseFileFaultKind.Content, item.Custody, "cette partie manque", "this part is missing");
                return;
            }

            var lines = Encoding.UTF8.GetString(Content(part)).Split('\n');
            var events = new List<CustodyEvent>();
            foreach (var line in lines.Take(lines.Length - 1))
            {
                if (Link(line) is not { } link)
                {
                    Broken(item, events.Count + 1, "ne se lit pas", "cannot be read");
                    return;
                }

                events.Add(link);
            }

            if (CustodyChain.Check(item.Id, item.Sha256, events) is var (number, wrong))
            {
                var (french, english) = Said(wrong);
                Broken(item, number, french, english);
            }
            else if (events.Count != item.Links || !string.Equals(events[^1].Link, item.Head, StringComparison.Ordinal))
            {
                Broken(item, Math.Min(events.Count, item.Links) + 1, "manque ou est de trop : la chaîne n’a pas la longueur ou la tête notée", "is missing or one too many: the chain has not the length or the head that was noted");
            }
        }

        // Written in one way only: what was added to a line and is in no hash shows.
        static CustodyEvent? Link(string line)
        {
            try
            {
                return JsonSerializer.Deserialize<CustodyEvent>(line, CaseFile.Json) is { } link && string.Equals(JsonSerializer.Serialize(link, CaseFile.Json), line, StringComparison.Ordinal) ? link : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }

        void Listed(string path, int size, string sha256)
        {
            _listed.Add(path);
            if (Find(path) is not { } part)
            {
                Tell(CaseFileFaultKind.Content, path, "cette partie manque", "this part is missing");
            }
            else if (part.Length != size || !string.Equals(CaseFile.Hash(Content(part)), sha256, StringComparison.Ordinal))
            {
                Tell(CaseFileFaultKind.Content, path, "ce n’est pas ce qui était arrivé : l’empreinte SHA-256 est une autre", "this is not what arrived: the SHA-256 is another one");
            }
        }

        void Sums()
        {
            var before = parts.Where(p => p.Name is not CaseFile.SumsName).Select(p => (p.Name, Content(p).ToArray()));
            if (Find(CaseFile.SumsName) is not { } sums || !string.Equals(Encoding.UTF8.GetString(Content(sums)), CaseFile.Sums(before), StringComparison.Ordinal))
            {
                Tell(CaseFileFaultKind.Content, CaseFile.SumsName, "les empreintes ne sont pas celles des parties", "the hashes are not those of the parts");
            }
        }

        void Broken(CaseFileItem item, int number, string french, string english) => Faults.Add(new(CaseFileFaultKind.Custody,
            new($"{item.Custody} : le maillon {number} {french} (preuve « {item.Name} »).", $"{item.Custody}: link {number} {english} (evidence “{item.Name}”).")) { Part = item.Custody, Link = number });

        void Tell(CaseFileFaultKind kind, string part, string french, string english) =>
            Faults.Add(new(kind, new($"{part} : {french}.", $"{part}: {english}.")) { Part = part });

        ZipPart? Find(string name) => parts.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal));

        ReadOnlySpan<byte> Content(ZipPart part) => file.AsSpan(part.Start, part.Length);

        static (string French, string English) Said(CustodyBreak wrong) => wrong switch
        {
            CustodyBreak.Empty => ("manque : la chaîne est vide", "is missing: the chain is empty"),
            CustodyBreak.Order => ("n’est pas à sa place : un maillon a été ôté, ajouté ou déplacé", "is not in its place: a link was removed, added or moved"),
            CustodyBreak.Link => ("est rompu : il a changé, ou ne suit pas celui d’avant", "is broken: it was changed, or does not follow the one before"),
            CustodyBreak.Arrival => ("n’est pas ce qu’il doit être : une preuve arrive une fois, en premier", "is not what it must be: evidence arrives once, first"),
            CustodyBreak.Time => ("est daté d’avant celui qui le précède", "is dated before the one that precedes it"),
        };
    }
}
