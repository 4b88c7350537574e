namespace Beffroi.Eva.Player.Sorting;

/// <summary>The sentences of the game: what to do next, and in training only, how it went.</summary>
public static class SortingWords
{
    public static string Now(SortingGame game) => game.Step switch
    {
        SortingStep.Take => "Prenez un bonbon.",
        SortingStep.Put => "Posez-le dans son bac.",
        SortingStep.TakeFirst => "Prenez d’abord un bonbon.",
        SortingStep.Aside => "Merci. Prenez un autre bonbon.",
        SortingStep.Same => game.Trained ? "Oui, c’est le même bonbon. Bravo !" : "Oui, c’est le même bonbon. Au suivant.",
        SortingStep.LookAgain => "Regardez encore la forme et le dessin. Essayez l’autre bac.",
    };
}
