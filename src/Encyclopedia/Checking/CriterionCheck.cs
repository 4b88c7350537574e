namespace Beffroi.Encyclopedia.Checking;

/// <summary>Each criterion comes with its reason; a case answers all five.</summary>
static class CriterionCheck
{
    public static void Complete(EntryContent content, EntryFaults faults)
    {
        if (content.Type is EntryType.Case && Enum.GetValues<Criterion>().Except(content.Criteria.Select(c => c.Criterion)).Any())
        {
            faults.Add("criteria", "Un cas se prononce sur les cinq critères : oui, non ou inconnu, et pourquoi", "A case takes a stand on the five criteria: yes, no or unknown, and why");
        }
    }

    public static void Of(EntryContent content, EntryFaults faults)
    {
        if (content.Criteria.DistinctBy(c => c.Criterion).Count() < content.Criteria.Count)
        {
            faults.Add("criteria", "Chaque critère n’est donné qu’une fois", "Each criterion is given once");
        }

        if (!faults.Lenient)
        {
            Complete(content, faults);
        }

        foreach (var (i, note) in content.Criteria.Index())
        {
            var place = EntryFaults.At("criteria", i);
            if (!Enum.IsDefined(note.Criterion) || !Enum.IsDefined(note.Stand))
            {
                faults.Add(place, "Ce critère ou cette position n’existe pas", "There is no such criterion or stand");
            }

            faults.Wording($"{place}.why", note.Why, content, "Justifiez ce critère : qui l’a établi, sur quels éléments ?", "Give the reason for this criterion: who established it, on what evidence?");
        }
    }
}
