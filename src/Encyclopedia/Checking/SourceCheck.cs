using System.Globalization;

namespace Beffroi.Encyclopedia.Checking;

/// <summary>Sources, assessments, and where an entry was taken from.</summary>
static class SourceCheck
{
    public static void Of(EntryContent content, EntryFaults faults)
    {
        if (content.Sources.Count == 0 && !faults.Lenient)
        {
            faults.Add("sources", "Donnez au moins une source", "Give at least one source");
        }

        faults.Count("sources", content.Sources.Count, EntryLimits.Sources);
        foreach (var (i, source) in content.Sources.Index())
        {
            Of(source, EntryFaults.At("sources", i), faults);
        }

        faults.Count("reliability", content.Reliability.Count, EntryLimits.Notes);
        foreach (var (i, note) in content.Reliability.Index())
        {
            Of(note, EntryFaults.At("reliability", i), content, faults);
        }

        if (content.Origin is { } origin)
        {
            Of(origin, faults);
        }
    }

    static void Of(Source source, string place, EntryFaults faults)
    {
        if (string.IsNullOrWhiteSpace(source.Title))
        {
            faults.Add($"{place}.title", "Donnez le titre de la source", "Give the title of the source");
        }

        faults.Line($"{place}.title", source.Title, EntryLimits.Name);
        faults.Line($"{place}.publisher", source.Publisher, EntryLimits.Name);
        faults.Url($"{place}.url", source.Url);
        faults.Url($"{place}.archive", source.Archive);
        if (source.Published is { } published && !IsDate(published))
        {
            faults.Add($"{place}.published", "Écrivez une année, un mois ou un jour : 2024, 2024-06 ou 2024-06-05", "Write a year, a month or a day: 2024, 2024-06 or 2024-06-05");
        }
    }

    static void Of(ReliabilityNote note, string place, EntryContent content, EntryFaults faults)
    {
        if (!Enum.IsDefined(note.Grade))
        {
            faults.Add($"{place}.grade", "Choisissez une conclusion", "Choose a conclusion");
        }

        if (string.IsNullOrWhiteSpace(note.By))
        {
            faults.Add($"{place}.by", "Dites qui a fait cette évaluation", "Say who made this assessment");
        }

        faults.Line($"{place}.by", note.By, EntryLimits.Name);
        faults.Wording($"{place}.method", note.Method, content, "Dites comment l’évaluation a été faite", "Say how the assessment was made");
        faults.Wording($"{place}.limits", note.Limits, content, "Dites les limites de l’évaluation", "Say the limits of the assessment");
        faults.Wording($"{place}.results", note.Results, content, "Dites ce que l’évaluation a trouvé", "Say what the assessment found");
        faults.Url($"{place}.url", note.Url);
    }

    static void Of(Origin origin, EntryFaults faults)
    {
        if (string.IsNullOrWhiteSpace(origin.Name) || string.IsNullOrWhiteSpace(origin.Licence))
        {
            faults.Add("origin", "Une fiche importée dit d’où elle vient et sous quelle licence", "An imported entry says where it comes from and under which licence");
        }

        faults.Line("origin", origin.Name, Entry.OriginMaxLength);
        faults.Line("origin", origin.Licence, Entry.OriginMaxLength);
        faults.Line("origin", origin.Id, EntryLimits.Name);
        faults.Url("origin", origin.Url);
    }

    static bool IsDate(string text) =>
        EntryLimits.Published().IsMatch(text)
        && (text.Length < 10 || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
