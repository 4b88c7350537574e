using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Differences;

/// <summary>Places in words: « Français : Comment », "Source https://…: Publisher".</summary>
public static class PlaceLabels
{
    public static string Of(EntryPlace place, EntryType type, Lang l)
    {
        var (what, field) = (What(place, l), place.Field is { } name ? Field(name, type, l) : null);
        return place.IsOrder ? l.Say($"{Plural(place.List, l)} : ordre", $"{Plural(place.List, l)}: order")
            : what.Length == 0 ? field ?? ""
            : field is null or "" ? what
            : l.Say($"{what} : {field}", $"{what}: {field}");
    }

    static string What(EntryPlace place, Lang l) => place.List switch
    {
        Pieces.Entry => "",
        Pieces.Texts => string.Equals(place.Id, "fr", StringComparison.Ordinal) ? l.Say("Texte français", "French text") : l.Say("Texte anglais", "English text"),
        "phases" => "Phase " + ValueWords.Name(place.List, place.Id, l),
        "criteria" => l.Say("Critère ", "Criterion ") + ValueWords.Name(place.List, place.Id, l),
        "steps" => l.Say("Étape ", "Step ") + place.Id,
        "sources" => "Source " + place.Id,
        "links" => l.Say("Lien ", "Link ") + ValueWords.Name(place.List, place.Id, l),
        "reliability" => l.Say("Fiabilité ", "Reliability ") + ValueWords.Name(place.List, place.Id, l),
        "availability" => l.Say("Disponibilité", "Availability"),
        "origin" => l.Say("Origine", "Origin"),
        _ => place.List,
    };

    static string Plural(string list, Lang l) => list switch
    {
        "phases" => "Phases",
        "criteria" => l.Say("Critères", "Criteria"),
        "steps" => l.Say("Étapes", "Steps"),
        "sources" => "Sources",
        "links" => l.Say("Liens", "Links"),
        "reliability" => l.Say("Fiabilité", "Reliability"),
        _ => list,
    };

    /// <summary>A field of an item.</summary>
    internal static string Field(string name, EntryType type, Lang l)
    {
        if (name.StartsWith("fields.", StringComparison.Ordinal))
        {
            return Template.Of(type).FirstOrDefault(f => string.Equals(f.Name, name[7..], StringComparison.Ordinal)) is { } field ? l.Say(field.French, field.English) : name[7..];
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var word = Word(dot < 0 ? name : name[..dot], l);
        return dot < 0 ? word : $"{word} ({(name.EndsWith(".fr", StringComparison.Ordinal) ? l.Say("français", "French") : l.Say("anglais", "English"))})";
    }

    static string Word(string name, Lang l) => name switch
    {
        "" => "",
        "title" => l.Say("titre", "title"),
        "summary" => l.Say("résumé", "summary"),
        "synonyms" => l.Say("synonymes", "synonyms"),
        "renders" => l.Say("version traduite", "version it renders"),
        "stand" => l.Say("réponse", "answer"),
        "why" => l.Say("justification", "reason"),
        "act" => l.Say("ce qu’il faut faire", "what to do"),
        "expected" => l.Say("résultat attendu", "expected result"),
        "role" => l.Say("rôle", "role"),
        "dueHours" => l.Say("délai en heures", "delay in hours"),
        "blocking" => l.Say("étape bloquante", "blocking step"),
        "tools" => l.Say("outils", "tools"),
        "url" => l.Say("adresse", "address"),
        "publisher" => l.Say("éditeur", "publisher"),
        "published" => l.Say("date de publication", "date of publication"),
        "readOn" => l.Say("jour de lecture", "day it was read"),
        "archive" => l.Say("copie archivée", "archived copy"),
        "method" => l.Say("méthode", "method"),
        "limits" => l.Say("limites", "limits"),
        "results" => l.Say("résultats", "results"),
        "grade" => l.Say("conclusion", "conclusion"),
        "website" => l.Say("Site web", "Website"),
        "state" => l.Say("état", "state"),
        "checkedOn" => l.Say("vérifié le", "checked on"),
        "launch" => l.Say("adresse de lancement", "launch address"),
        "type" => "Type",
        "id" => l.Say("nom court", "short name"),
        "criterion" => l.Say("critère", "criterion"),
        "relation" => l.Say("rapport", "relation"),
        "to" => l.Say("fiche", "entry"),
        "on" => l.Say("jour", "day"),
        "by" => l.Say("par qui", "by whom"),
        "name" => l.Say("nom", "name"),
        "licence" => "licence",
        "original" => l.Say("Langue d’origine", "Original language"),
        _ => name,
    };
}
