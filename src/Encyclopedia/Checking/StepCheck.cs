namespace Beffroi.Encyclopedia.Checking;

/// <summary>The steps of a practice.</summary>
static class StepCheck
{
    public static void Of(EntryContent content, EntryFaults faults)
    {
        if (content.Steps.Count > 0 && content.Type is not EntryType.Practice)
        {
            faults.Add("steps", "Seule une pratique a des étapes", "Only a practice has steps");
        }

        faults.Count("steps", content.Steps.Count, EntryLimits.Steps);
        if (content.Steps.DistinctBy(s => s.Id, StringComparer.Ordinal).Count() < content.Steps.Count)
        {
            faults.Add("steps", "Deux étapes ont le même identifiant", "Two steps have the same id");
        }

        foreach (var (i, step) in content.Steps.Index())
        {
            Of(step, EntryFaults.At("steps", i), content, faults);
        }
    }

    static void Of(Step step, string place, EntryContent content, EntryFaults faults)
    {
        if (step.Id.Length > EntryLimits.StepId || !EntryLimits.Key().IsMatch(step.Id))
        {
            faults.Add($"{place}.id", $"L’identifiant d’une étape s’écrit en lettres minuscules sans accent, chiffres et traits d’union, {EntryLimits.StepId} au plus", $"The id of a step is lower-case letters, digits and hyphens, {EntryLimits.StepId} at most");
        }

        faults.EitherWording($"{place}.act", step.Act, content, "Dites ce qu’il faut faire", "Say what is to be done");
        faults.EitherWording($"{place}.expected", step.Expected, content, "Dites ce qui est attendu à la fin de l’étape", "Say what is expected at the end of the step");
        if (!Enum.IsDefined(step.Role))
        {
            faults.Add($"{place}.role", "Choisissez qui fait l’étape", "Choose who does the step");
        }

        if (step.DueHours is < 0 or > EntryLimits.DueHours)
        {
            faults.Add($"{place}.dueHours", $"Le délai est un nombre d’heures, de 0 à {EntryLimits.DueHours}", $"The delay is a number of hours, from 0 to {EntryLimits.DueHours}");
        }

        faults.Count($"{place}.tools", step.Tools.Count, EntryLimits.ToolsOfAStep);
        foreach (var (i, tool) in step.Tools.Index())
        {
            faults.Key(EntryFaults.At($"{place}.tools", i), tool);
        }
    }
}
