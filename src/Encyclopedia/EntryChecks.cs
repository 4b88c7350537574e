using Beffroi.Encyclopedia.Checking;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>What keeps a content from being published: a message by place, such as <c>texts.fr.title</c> or <c>criteria.2.why</c>, counted from 0 as in the JSON.
/// What was taken from elsewhere (<see cref="EntryContent.Origin"/>) may lack what our own entries must have; nothing else is forgiven.</summary>
public static class EntryChecks
{
    public static Errors Of(EntryContent content, Lang language) => Of(content, language, key: null);

    /// <summary>Of what somebody writes here: a case that came from elsewhere takes a stand on the five criteria from the first change that is made to it here.</summary>
    public static Errors OfWritten(EntryContent content, Lang language, string? key)
    {
        var faults = new EntryFaults(language, Lenient: false);
        var errors = Of(content, language, key);
        if (content.Origin is not null && Enum.IsDefined(content.Type))
        {
            CriterionCheck.Complete(content, faults);
            foreach (var (place, message) in faults.Errors.All)
            {
                errors.Add(place, message);
            }
        }

        return errors;
    }

    /// <param name="key">Of the entry, which may not be tied to itself; null when it has none yet.</param>
    public static Errors Of(EntryContent content, Lang language, string? key)
    {
        var faults = new EntryFaults(language, Lenient: content.Origin is not null);
        if (Known(content, faults))
        {
            Phases(content, faults);
            TextCheck.Of(content, faults);
            CriterionCheck.Of(content, faults);
            SourceCheck.Of(content, faults);
            TieCheck.Of(content, key, faults);
            StepCheck.Of(content, faults);
            Weight(content, faults);
        }

        return faults.Errors;
    }

    /// <summary>What keeps a text from being the key of an entry: lower-case letters, digits, single hyphens between them.</summary>
    public static bool IsKey(string? key) => key is { Length: > 0 and <= Entry.KeyMaxLength } && EntryLimits.Key().IsMatch(key);

    // A value that no name stands for comes from a program, not from a form: nothing else is worth saying.
    static bool Known(EntryContent content, EntryFaults faults)
    {
        if (!Enum.IsDefined(content.Type))
        {
            faults.Add("type", "Choisissez le type de la fiche", "Choose the type of the entry");
        }

        if (!Enum.IsDefined(content.Original))
        {
            faults.Add("original", "La langue d’origine est le français ou l’anglais", "The original language is French or English");
        }

        return !faults.Errors.Any;
    }

    static void Phases(EntryContent content, EntryFaults faults)
    {
        if (content.Phases.Count == 0)
        {
            faults.Add("phases", "Choisissez au moins une phase", "Choose at least one phase");
        }
        else if (content.Phases.Any(p => !Enum.IsDefined(p)) || content.Phases.Distinct().Count() < content.Phases.Count)
        {
            faults.Add("phases", "Chaque phase est l’une des six, et n’est donnée qu’une fois", "Each phase is one of the six, given once");
        }
    }

    static void Weight(EntryContent content, EntryFaults faults)
    {
        var texts = new[] { content.Texts.Fr, content.Texts.En }.OfType<EntryText>().Sum(t => t.Summary.Length + t.Fields.Values.Sum(f => f.Length));
        if (texts > EntryLimits.Whole)
        {
            faults.Add("texts", $"Les textes de la fiche dépassent {EntryLimits.Whole} caractères", $"The texts of the entry are longer than {EntryLimits.Whole} characters");
        }
    }
}
