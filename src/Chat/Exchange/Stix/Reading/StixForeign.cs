using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange.Stix;

/// <summary>
/// Makes lines of what another program wrote (OpenCTI, MISP, DISARM...). It never writes an attribution, an assessment or a reaction: those need people who stand for them.
/// </summary>
sealed class StixForeign
{
    /// <summary>More is no case that anybody reads; ours.</summary>
    const int MaxLines = 5_000;

    /// <summary>What a bundle is about, the fullest first. OpenCTI writes its cases as types of its own.</summary>
    static readonly string[] Containers = ["report", "grouping", "case-incident", "x-opencti-case-incident", "x-opencti-case-rfi", "case-rfi", "incident", "campaign"];

    readonly StixBundle bundle;
    readonly ImportFor by;
    readonly ImmutableList<Notice>.Builder told;
    readonly StixMarks marks;
    readonly StixSightings seen;
    readonly ImmutableList<CaseDraft>.Builder drafts = ImmutableList.CreateBuilder<CaseDraft>();
    readonly HashSet<Guid> written = [];
    readonly Dictionary<string, Guid> arguments = new(StringComparer.Ordinal);
    readonly HashSet<string> understood = new(StringComparer.Ordinal);
    Guid caseId;
    int cut;

    public StixForeign(StixBundle bundle, ImportFor by, ImmutableList<Notice>.Builder told)
    {
        this.bundle = bundle;
        this.by = by;
        this.told = told;
        marks = new(bundle, by.Default.Tlp);
        seen = new(bundle);
    }

    public ImportedCase NewCase(IReadOnlyList<StixObject> items)
    {
        var container = Containers.SelectMany(type => items.Where(o => string.Equals(o.Type, type, StringComparison.Ordinal))).FirstOrDefault();
        caseId = StixId.NameOf("case", container?.Id ?? bundle.Id);
        if (container is not null)
        {
            marks.Case = marks.Of(container);
        }

        var title = Words(container?.Text("name"), Need.Title) ?? by.Language.Say("Import STIX", "STIX import");
        var language = container?.Text("lang") is { Length: > 0 and <= 35 } lang ? lang : null;
        var opening = by.At(marks.Case);
        drafts.Add(new() { Id = StixId.NameOf("import", $"{caseId:D}\nopening"), Author = by.Author, Marking = opening, Fact = new CaseOpened { Title = title, Language = language } });
        if (container is not null)
        {
            Understood(container);
            Introduce(container);
        }

        Take(items);
        return new() { CaseId = caseId, Drafts = drafts.ToImmutable() };
    }

    /// <summary>What somebody else added to a case of ours.</summary>
    public ImportedCase Added(ImportedCase ours, IReadOnlyList<StixObject> items)
    {
        caseId = ours.CaseId;
        marks.Case = ours.Events[0].Marking.Tlp;
        // Lines that were taken back too: their objects are still there.
        var facts = ours.Events.Select(e => e.Fact).ToList();
        seen.Know(facts.OfType<ObservableNoted>().Select(o => o.Observable).Concat(facts.OfType<DossierSent>().SelectMany(d => d.Accounts)));
        seen.Know(facts.OfType<EvidenceKept>().Select(e => e.SourceUrl).OfType<string>());
        seen.Know(facts.OfType<TechniqueNoted>().Select(t => t.Technique));
        var files = facts.OfType<EvidenceKept>().Select(e => e.Sha256).ToHashSet(StringComparer.Ordinal);
        Take([.. items.Where(i => i.Type is not "file" || !files.Contains(i.Object("hashes")?.Text("SHA-256") ?? ""))]);
        return ours with { Drafts = ours.Drafts.AddRange(drafts) };
    }

    void Take(IReadOnlyList<StixObject> items)
    {
        foreach (var item in items)
        {
            foreach (var noted in seen.Of(item))
            {
                Understood(item);
                Write(item, noted.Fact, noted.At, part: noted.Key);
            }

            if (item.Type is "observed-data" or "identity" or "marking-definition" or "extension-definition" || seen.IsKnown(item))
            {
                Understood(item);
            }
        }

        Gather(items, Section.Actor, "threat-actor", "intrusion-set");
        Gather(items, Section.Behaviour, "channel");
        Gather(items, Section.Content, "narrative");
        foreach (var item in items.Where(i => i.Type is "event" or "x-opencti-event" or "sighting" || Array.IndexOf(Containers, i.Type) >= 0).Where(i => !understood.Contains(i.Id)))
        {
            Happened(item);
        }

        foreach (var item in items.Where(i => i.Type is "note").Concat(items.Where(i => i.Type is "opinion")))
        {
            Argue(item);
        }

        Tell(items);
    }

    /// <summary>A report says when it was published, and what; its links are kept.</summary>
    void Introduce(StixObject container)
    {
        if (Words(container.Text("description"), Need.Text) is { } text)
        {
            var at = container.Time("published") ?? container.Time("first_seen") ?? container.Time("created");
            Write(container, at is null ? new ArgumentMade { Stance = Stance.Question, Text = text } : new TimelineNoted { Text = text }, at, part: "description");
        }

        foreach (var reference in container.Objects("external_references"))
        {
            if (reference.Text("url") is { } url && !Need.Web("", url).Any())
            {
                Write(container, new ThingLinked { Kind = ThingKind.Page, Href = url, Label = Words(reference.Text("source_name"), Need.Title) ?? url[..Math.Min(url.Length, Need.Title)] }, null, part: url);
            }
        }
    }

    void Happened(StixObject item)
    {
        var at = item.Time("first_seen") ?? item.Time("start_time") ?? item.Time("published");
        var until = item.Time("last_seen") ?? item.Time("stop_time");
        if (at is null || Words(FactWords.Lines(item.Text("name"), item.Text("description"), item.Type is "sighting" ? Sighted(item) : null), Need.Text) is not { } text)
        {
            return;
        }

        Understood(item);
        Write(item, new TimelineNoted { Text = text, Until = until >= at ? until : null }, at);
    }

    string? Sighted(StixObject sighting) => sighting.Text("sighting_of_ref") is { } id && bundle.Find(id) is { } what
        ? $"{by.Language.Say("Vu", "Seen")}{by.Language.Colon()} {what.Text("name") ?? what.Text("value") ?? what.Id}"
        : null;

    void Argue(StixObject item)
    {
        var text = item.Type is "note" ? FactWords.Lines(item.Text("abstract"), item.Text("content")) : item.Text("explanation") ?? item.Text("opinion");
        if (Words(FactWords.Lines(text, Signed(item)), Need.Text) is not { } words)
        {
            return;
        }

        Understood(item);
        var stance = item.Text("opinion") switch
        {
            "agree" or "strongly-agree" => Stance.For,
            "disagree" or "strongly-disagree" => Stance.Against,
            _ => Stance.Question,
        };
        var to = item.Texts("object_refs").Where(arguments.ContainsKey).Select(r => (Guid?)arguments[r]).FirstOrDefault();
        if (Write(item, new ArgumentMade { Stance = stance, Text = words, ReplyTo = to }, null) is { } id)
        {
            arguments[item.Id] = id;
        }
    }

    /// <summary>Who wrote it there is no author here.</summary>
    string? Signed(StixObject item)
    {
        var names = item.Texts("authors").ToList();
        var name = names.Count > 0 ? string.Join(", ", names) : item.Text("created_by_ref") is { } id ? bundle.Find(id)?.Text("name") : null;
        return name is null ? null : "— " + name;
    }

    /// <summary>Several objects in one section, as restricted as the most restricted of them.</summary>
    void Gather(IReadOnlyList<StixObject> items, Section section, params string[] types)
    {
        var found = items.Where(i => types.Contains(i.Type, StringComparer.Ordinal) && i.Text("name") is not null && StixRecord.Of(i) is null).ToList();
        if (found.Count == 0)
        {
            return;
        }

        found.ForEach(Understood);
        var text = string.Join("\n", found.Select(i => $"- {i.Text("name")}{(i.Text("description") is { Length: > 0 } d ? $"{by.Language.Colon()} {d.ReplaceLineEndings(" ")}" : "")}"));
        if (Words(text, Need.Text) is { } words)
        {
            Write(found.MaxBy(marks.Of)!, new SectionWritten { Section = section, Text = words }, null, part: "section");
        }
    }

    Guid? Write(StixObject from, CaseFact fact, DateTimeOffset? at, string part = "")
    {
        var id = StixId.NameOf("import", $"{caseId:D}\n{from.Id}\n{part}");
        if (drafts.Count >= MaxLines)
        {
            cut++;
            return null;
        }

        if (!written.Add(id))
        {
            return null;
        }

        drafts.Add(new() { Id = id, Author = by.Author, Marking = by.At(marks.Of(from)), Fact = fact, HappenedAt = at });
        return id;
    }

    void Understood(StixObject item) => understood.Add(item.Id);

    void Tell(IReadOnlyList<StixObject> items)
    {
        told.AddRange(marks.Told);
        if (cut > 0)
        {
            told.Add(new(Notice.Cut,
                string.Create(CultureInfo.InvariantCulture, $"{cut} lignes de plus que {MaxLines}\u00A0: elles restent dans le fichier."),
                string.Create(CultureInfo.InvariantCulture, $"{cut} lines more than {MaxLines}: they stay in the file.")));
        }

        var kept = items.Where(i => !understood.Contains(i.Id) && StixRecord.Of(i) is null).GroupBy(i => i.Type, StringComparer.Ordinal).OrderByDescending(g => g.Count());
        told.AddRange(kept.Select(g => new Notice(Notice.Kept,
            string.Create(CultureInfo.InvariantCulture, $"{g.Count()} objets «\u00A0{g.Key}\u00A0» n’ont pas leur place dans un dossier\u00A0: ils restent dans le fichier."),
            string.Create(CultureInfo.InvariantCulture, $"{g.Count()} \"{g.Key}\" objects have no place in a case: they stay in the file."))));
    }

    /// <summary>Text that a case takes: without control characters, and not too long. Null where nothing is left.</summary>
    string? Words(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length + rune.Utf16SequenceLength > most - 1)
            {
                plain.Append('…');
                var head = text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)];
                told.Add(new(Notice.Cut, $"Un texte trop long est coupé\u00A0: «\u00A0{head}…\u00A0».", $"A text that is too long is cut: \"{head}…\"."));
                break;
            }

            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t')
            {
                plain.Append(rune.ToString());
            }
        }

        return string.IsNullOrWhiteSpace(plain.ToString()) ? null : plain.ToString();
    }
}
