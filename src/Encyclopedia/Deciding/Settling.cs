using Beffroi.Encyclopedia.Checking;
using Beffroi.Encyclopedia.Merging;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Deciding;

/// <summary>Each conflict is settled, and what a reviewer wrote of their own can stand in an entry: what is wrong is said beside the choice or beside the text.</summary>
static class Settling
{
    public static void Check(ReviewedProposal reviewed, DecisionForm form, Errors errors, Lang l)
    {
        foreach (var place in reviewed.LeftOut)
        {
            errors.Add(DecisionForm.Own(place), l.Say("Aucune fiche ne peut contenir ce texte ici : changez-le, ou choisissez l’un des deux autres", "No entry can hold this text here: change it, or choose one of the other two"));
        }

        foreach (var key in reviewed.Merge?.Conflicts.Select(c => c.Place.Key) ?? [])
        {
            if (form.Settled.GetValueOrDefault(key) is { Side: Side.Own, Text: { } own } && !EntryFaults.IsClean(own))
            {
                errors.Add(DecisionForm.Own(key), EntryFaults.Unclean(l));
            }
        }

        foreach (var key in reviewed.Merge?.Unsettled.Select(c => c.Place.Key).Except(reviewed.LeftOut, StringComparer.Ordinal) ?? [])
        {
            if (form.WantsOwn(key))
            {
                errors.Add(DecisionForm.Own(key), l.Say("Écrivez votre texte, ou choisissez l’un des deux autres", "Write your text, or choose one of the other two"));
            }
            else
            {
                errors.Add(DecisionForm.Settle(key), l.Say("Choisissez l’un des textes, ou écrivez le vôtre", "Choose one of the texts, or write yours"));
            }
        }
    }
}
