namespace Beffroi.Chat.Cases;

/// <summary>What is asked of any line before it is written: that it speaks of what its author sees, and takes nobody's right to decide of their own.</summary>
static class CaseDoor
{
    public static IReadOnlyList<Fault> Faults(CaseView view, CaseDraft draft)
    {
        var faults = new List<Fault>();
        if (draft.Fact is CaseOpened)
        {
            faults.Add(DraftFaults.AlreadyOpen);
        }

        if (draft.Marking.IsTooWide)
        {
            faults.Add(DraftFaults.TooWide);
        }

        if (draft.KnewAt < draft.HappenedAt && draft.Fact is not TimelineNoted { Until: null })
        {
            // What is only announced is known before it happens: an instant of the timeline may be.
            faults.Add(DraftFaults.KnewBefore);
        }

        if (!draft.Fact.Refers.Distinct().All(r => view.Find(r) is { Fact.Amends: null }))
        {
            return [.. faults, DraftFaults.Unknown];
        }

        if (draft.Fact.Amends is { } target)
        {
            if (view.Find(target) is not { Fact.Amends: null } line)
            {
                return [.. faults, DraftFaults.Unknown];
            }

            faults.AddRange(Amending(view, line, draft));
        }

        if (draft.Fact.Leaves.Any(id => view.Find(id) is { } line && view.MarkingOf(id).Tlp > Tlp.Green && !IsSource(view, line, draft.Author)))
        {
            faults.Add(DraftFaults.NotYours);
        }

        faults.AddRange(draft.Fact.Faults(view.State, draft));
        return faults;
    }

    /// <summary>
    /// TLP 2.0 (FIRST, August 2022): the source decides how far its information goes. The organisation that opened the case may restrict it, never widen it;
    /// the others may do neither, or they could hide a line from those whom it was shared with.
    /// </summary>
    static IEnumerable<Fault> Amending(CaseView view, CaseEvent line, CaseDraft draft)
    {
        if (IsSourceOf(line, draft.Author))
        {
            yield break;
        }

        var opener = view.Events[0].Author.Organisation;
        if (draft.Fact is not MarkingChanged change || opener is null || opener != draft.Author.Organisation || !IsNarrower(view, line, change.To))
        {
            yield return DraftFaults.NotYours;
        }
    }

    static bool IsNarrower(CaseView view, CaseEvent line, Marked to)
    {
        var all = view.State.Marking!.Audience!;
        var now = view.State.Markings[line.Id];
        return to.Tlp >= now.Tlp && (to.Audience ?? all).IsWithin(now.Audience ?? all);
    }

    /// <summary>The organisation that wrote the line and all that it refers to.</summary>
    internal static bool IsSource(CaseView view, CaseEvent line, Author author) => view.Behind(line.Id).All(l => IsSourceOf(l, author));

    static bool IsSourceOf(CaseEvent line, Author author) =>
        (line.Author.Person is { } person && person == author.Person)
        || (line.Author.Organisation is { } organisation && organisation == author.Organisation);
}

static class DraftFaults
{
    public static readonly Fault AlreadyOpen = new("Fact", "Ce dossier est déjà ouvert.", "This case is already open.");

    public static readonly Fault TooWide = new("Marking",
        "Ce niveau de partage n’admet pas un cercle aussi large\u00A0: AMBER désigne des organisations ou des personnes, RED des personnes.",
        "This sharing level does not allow such a wide circle: AMBER names organisations or people, RED names people.");

    public static readonly Fault KnewBefore = new("KnewAt",
        "Nous ne pouvons pas l’avoir su avant que cela n’arrive.",
        "We cannot have known before it happened.");

    public static readonly Fault Unknown = new("Fact",
        "Ce à quoi ceci se rapporte n’est pas dans le dossier.",
        "What this refers to is not in the case.");

    public static readonly Fault NotYours = new("Marking",
        "Seule l’organisation qui a apporté cet élément peut en décider\u00A0: demandez-le-lui.",
        "Only the organisation that brought this may decide of it: ask it.");
}
