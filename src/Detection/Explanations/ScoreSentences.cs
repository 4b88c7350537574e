using System.Globalization;

namespace Beffroi.Detection;

static class ScoreSentences
{
    public static string Summary(AutomationScore score, Tongue tongue)
    {
        var isFrench = tongue is Tongue.French;
        var (probability, low, high, prior) = (Percent(score.Probability, isFrench), Percent(score.Low, isFrench), Percent(score.High, isFrench), Percent(score.Prior, isFrench));
        var figures = isFrench
            ? $"Probabilité d’automatisation : {probability} (de {low} à {high}), si {prior} des comptes regardés sont automatisés."
            : $"Probability of automation: {probability} (from {low} to {high}), if {prior} of the accounts looked at are automated.";
        if (score.IsDeclared)
        {
            return (isFrench ? "Ce compte dit lui-même qu’il est automatisé." : "This account says itself that it is automated.") + (score.Tiers is ScoreTiers.None ? "" : " " + figures);
        }

        return (score.Class, isFrench) switch
        {
            (AutomationClass.Bot, true) => $"Ressemble aux comptes automatisés. {figures}",
            (AutomationClass.Bot, false) => $"Looks like automated accounts. {figures}",
            (AutomationClass.Human, true) => $"Ressemble aux comptes de personnes. {figures}",
            (AutomationClass.Human, false) => $"Looks like accounts of people. {figures}",
            (AutomationClass.Undetermined, _) => $"{Doubt(score.Doubt, isFrench)}{(score.Tiers is ScoreTiers.None ? "" : " " + figures)}",
            _ => throw new ArgumentOutOfRangeException(nameof(score)),
        };
    }

    static string Doubt(ScoreDoubt doubt, bool isFrench) => (doubt, isFrench) switch
    {
        (ScoreDoubt.Missing, true) => "Indéterminé : trop d’informations manquent.",
        (ScoreDoubt.Missing, false) => "Undetermined: too much is missing.",
        (ScoreDoubt.Network, true) => "Indéterminé : aucun compte de ce réseau n’a servi à l’apprentissage, et le profil seul ne suffit pas.",
        (ScoreDoubt.Network, false) => "Undetermined: the model learnt from no account of this network, and the profile alone is not enough.",
        (ScoreDoubt.Quiet, true) => "Indéterminé : ce compte a trop peu publié pour être dit automatisé.",
        (ScoreDoubt.Quiet, false) => "Undetermined: this account has published too little to be called automated.",
        (ScoreDoubt.Range, true) => "Indéterminé : ce compte ne ressemble à aucun de ceux qui ont servi à l’apprentissage.",
        (ScoreDoubt.Range, false) => "Undetermined: this account is unlike those that the model learnt from.",
        (ScoreDoubt.Border, true) => "Indéterminé : trop près de la limite pour trancher.",
        (ScoreDoubt.Border, false) => "Undetermined: too close to the border to tell.",
        (_, true) => "Indéterminé.",
        _ => "Undetermined.",
    };

    /// <summary>Never 0 nor 100 %, which no measurement gives.</summary>
    static string Percent(double share, bool isFrench)
    {
        var (bound, word) = share switch
        {
            < 0.001 => (0.001, isFrench ? "moins de " : "less than "),
            > 0.999 => (0.999, isFrench ? "plus de " : "more than "),
            _ => (share, ""),
        };
        var text = (100 * bound).ToString(bound is < 0.1 or > 0.9 ? "0.0" : "0", CultureInfo.InvariantCulture);
        return word + (isFrench ? text.Replace('.', ',') + " %" : text + "%");
    }
}
