namespace Beffroi.Eva.Scoring;

/// <summary>What a flag says to an adviser, in plain French: a reason and what to do, never a reproach.</summary>
public static class FlagSentence
{
    public static string French(Flag flag) => flag.Code switch
    {
        FlagCode.SituationInachevee => $"La situation {Name(flag)} n’est pas finie. Le résultat est partiel : servez-vous-en seulement pour échanger.",
        FlagCode.TempsInconnu => $"Le temps des réponses justes manque ({Name(flag)}). Cette partie ne compte pas dans le calcul historique.",
        FlagCode.ReponsesRapides => $"{flag.Count} réponses sur {flag.Total} ({Name(flag)}) sont plus rapides que le temps de lire. Elles ne comptent pas.",
        FlagCode.NonInterpretable => $"Trop de réponses sont plus rapides que le temps de lire ({Name(flag)}). Le résultat n’est pas interprétable : proposez de rejouer.",
        FlagCode.LexiqueAuHasard => $"Les réponses aux mots ({flag.Count} justes sur {flag.Total}) ne se distinguent pas du hasard. Vérifiez que la consigne était comprise.",
        FlagCode.MotifDeReponse => "Les réponses aux mots suivent un motif régulier (toujours la même, ou une fois sur deux). Vérifiez que la consigne était comprise.",
        FlagCode.PauseLongue => $"{flag.Count} réponse(s) après une longue pause ({Name(flag)}). La personne a pu être interrompue. Cela ne change pas le score.",
        FlagCode.Abstentions => $"« Je ne sais pas » a été choisi {flag.Count} fois sur {flag.Total}. Cherchez avec la personne ce qui l’a arrêtée.",
        FlagCode.LectureAidee => $"{flag.Count} textes ont été écoutés avant la réponse. Ils ne comptent pas dans le score de lecture.",
        FlagCode.TropPeuDeReponses => $"Il y a trop peu de réponses pour situer la personne en {Name(flag)} ({flag.Count}).",
        FlagCode.PeuDeReponses => $"Le résultat en {Name(flag)} repose sur peu de questions ({flag.Count}). Il est incertain : à confirmer.",
        FlagCode.LexiqueSeul => "Seule la reconnaissance des mots a été mesurée, sans texte à comprendre. Elle ne suffit pas pour une synthèse.",
        FlagCode.ReponsesInattendues => $"En {Name(flag)}, des questions difficiles sont réussies et des faciles manquées. Reprenez-les avec la personne.",
        FlagCode.RepereParPrecaution => $"Le niveau le plus bas n’est pas le plus probable en {Name(flag)}, mais il reste possible. Le signalement est une précaution, à confirmer ensemble.",
    };

    static string Name(Flag flag) => flag.About switch
    {
        Flag.Litteratie => "littératie",
        Flag.Numeratie => "numératie",
        Flag.Questions => "questions",
        Flag.Lexique => "mots",
        "livraison" => "Livraison",
        "maintenance" => "Maintenance",
        "objets_trouves" => "Objets trouvés",
        "cafe_de_la_place" => "Café de la place",
        "place_du_marche" => "Place du marché",
        var other => other ?? "",
    };
}
