using Beffroi.Kit;

namespace Beffroi.Bots.Portrait;

static class AccountWords
{
    public static string Say(this Likeness why, Lang l, int count) => why switch
    {
        Likeness.SameDescription => l.Say("même présentation", "same description"),
        Likeness.SameHandleShape => l.Say("nom de même forme", "handle of the same shape"),
        Likeness.SameCreationDay => l.Say("créé le même jour", "created on the same day"),
        Likeness.Tied => l.Say($"a partagé les mêmes choses aux mêmes moments ({l.Number(count)})", $"shared the same things at the same moments ({l.Number(count)})"),
    };

    public static string Say(this ReviewState state, Lang l) => (state.Reviews, state.Confirmed) switch
    {
        (0, _) => l.Say("Personne ne l’a encore relu.", "Nobody has reviewed it yet."),
        (_, ReviewLabel.Automated) => l.Say("Deux relectures au moins s’accordent : automatisé.", "Two reviews at least agree: automated."),
        (_, ReviewLabel.Human) => l.Say("Deux relectures au moins s’accordent : une personne.", "Two reviews at least agree: a person."),
        (_, ReviewLabel.CannotTell) => l.Say("Deux relectures au moins s’accordent : on ne peut pas dire.", "Two reviews at least agree: one cannot tell."),
        (1, _) => l.Say("Une relecture est faite ; une deuxième, indépendante, est attendue.", "One review is done; a second, independent one is awaited."),
        _ => l.Say("Les relectures ne s’accordent pas ; une autre est attendue.", "Reviews disagree; another one is awaited."),
    };

    public static IReadOnlyList<string> Days(Lang l) => l.Say<IReadOnlyList<string>>(["Lun.", "Mar.", "Mer.", "Jeu.", "Ven.", "Sam.", "Dim."], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
}
