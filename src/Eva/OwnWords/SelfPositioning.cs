namespace Beffroi.Eva;

/// <summary>What a person finds easy or hard at work, in her own eyes: seven gauges of four steps. Nothing is scored.</summary>
public static class SelfPositioning
{
    /// <summary>From the hardest to the easiest.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> Steps =
        [("tres_difficile", "Très difficile"), ("difficile", "Difficile"), ("facile", "Facile"), ("tres_facile", "Très facile")];

    public static readonly IReadOnlyList<SelfQuestion> Questions =
    [
        Gauge("auto_concentration", "Garder votre attention pendant 1 heure, c’est…"),
        Gauge("auto_comprehension", "Comprendre ce que l’on vous demande, c’est…"),
        Gauge("auto_differences", "Voir la différence entre 2 objets presque pareils, c’est…"),
        Gauge("auto_analyse", "Trouver les étapes d’un travail, c’est…"),
        Gauge("auto_duree", "Faire la même tâche toute la matinée, c’est…"),
        Gauge("auto_justesse", "Réussir un travail du premier coup, c’est…"),
        Gauge("auto_dangers", "Voir les dangers autour de vous, c’est…"),
    ];

    static SelfQuestion Gauge(string name, string text) => new() { Name = name, Text = text, Reason = "Vous vous connaissez : votre avis compte.", Choices = [.. Steps.Reverse()] };
}
