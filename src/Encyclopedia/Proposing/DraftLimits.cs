using Beffroi.Encyclopedia.Checking;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Proposing;

/// <summary>What is looked at before anything is made of what was typed: a preview does not ask that an entry be whole, only that it could be published.</summary>
static class DraftLimits
{
    public static void Of(Drafting draft)
    {
        var whole = 0;
        foreach (var at in Langs.All.Select(l => $"texts.{l.Code()}."))
        {
            Long(draft, at + "title", EntryLimits.Title, ref whole);
            Long(draft, at + "summary", EntryLimits.Summary, ref whole);
            foreach (var field in Template.Of(draft.Type))
            {
                Long(draft, $"{at}fields.{field.Name}", EntryLimits.Field, ref whole);
            }
        }

        if (whole > EntryLimits.Whole)
        {
            draft.Errors.Add("", draft.L.Say($"Les textes de la fiche dépassent {EntryLimits.Whole} caractères", $"The texts of the entry are longer than {EntryLimits.Whole} characters"));
        }
    }

    /// <summary>What is said of a proposal is kept as the entry is: no character that cannot be seen.</summary>
    public static void Clean(Drafting draft, string name, string text)
    {
        if (!EntryFaults.IsClean(text))
        {
            draft.Errors.Add(name, EntryFaults.Unclean(draft.L));
        }
    }

    static void Long(Drafting draft, string name, int limit, ref int whole)
    {
        var length = draft.Form[name].Length;
        whole += length;
        if (length > limit)
        {
            draft.Errors.Add(name, draft.L.Say($"Ce texte compte {length} caractères : {limit} au plus", $"This text has {length} characters: {limit} at most"));
        }
    }
}
