using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Checking;

/// <summary>The words of an entry: the mandatory ones are there, in each language that it is written in.</summary>
static class TextCheck
{
    public static void Of(EntryContent content, EntryFaults faults)
    {
        if (content.Texts[content.Original] is null)
        {
            faults.Add($"texts.{content.Original.Code()}", "Le texte manque dans la langue d’origine de la fiche", "The text is missing in the original language of the entry");
        }

        foreach (var language in Langs.All)
        {
            if (content.Texts[language] is { } text)
            {
                Of(content, language, text, $"texts.{language.Code()}", faults);
            }
        }
    }

    static void Of(EntryContent content, Lang language, EntryText text, string place, EntryFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text.Title))
        {
            faults.Add($"{place}.title", "Donnez un titre", "Give a title");
        }

        faults.Line($"{place}.title", text.Title, EntryLimits.Title);
        faults.Present($"{place}.summary", text.Summary, "Résumez la fiche en une ou deux phrases", "Sum the entry up in one or two sentences");
        faults.Text($"{place}.summary", text.Summary, EntryLimits.Summary);
        Fields(content.Type, text, place, faults);
        Synonyms(text, $"{place}.synonyms", faults);
        Renders(content, language, text, $"{place}.renders", faults);
    }

    static void Fields(EntryType type, EntryText text, string place, EntryFaults faults)
    {
        var template = Template.Of(type);
        foreach (var field in template.Where(f => f.Required))
        {
            faults.Present($"{place}.fields.{field.Name}", text.Fields.GetValueOrDefault(field.Name), $"Remplissez « {field.French} »", $"Fill in “{field.English}”");
        }

        foreach (var (name, value) in text.Fields)
        {
            if (template.All(f => !string.Equals(f.Name, name, StringComparison.Ordinal)))
            {
                faults.Add($"{place}.fields.{name}", "Ce champ n’existe pas pour ce type de fiche", "This type of entry has no such field");
            }

            faults.Text($"{place}.fields.{name}", value, EntryLimits.Field);
        }
    }

    static void Synonyms(EntryText text, string place, EntryFaults faults)
    {
        faults.Count(place, text.Synonyms.Count, EntryLimits.Synonyms);
        if (text.Synonyms.Any(string.IsNullOrWhiteSpace) || text.Synonyms.Distinct(StringComparer.Ordinal).Count() < text.Synonyms.Count)
        {
            faults.Add(place, "Un synonyme n’est ni vide ni donné deux fois", "A synonym is neither empty nor given twice");
        }

        foreach (var synonym in text.Synonyms)
        {
            faults.Line(place, synonym, EntryLimits.Synonym);
        }
    }

    static void Renders(EntryContent content, Lang language, EntryText text, string place, EntryFaults faults)
    {
        if (text.Renders is { } version && (language == content.Original || version < 1))
        {
            faults.Add(place, "Seule une traduction dit quelle version elle rend, à partir de 1", "Only a translation says which version it renders, from 1 up");
        }
    }
}
