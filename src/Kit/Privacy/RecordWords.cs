namespace Beffroi.Kit;

public static class RecordWords
{
    public static string Label(this RecordedBasis basis) => basis switch
    {
        RecordedBasis.Consent => "Consentement des personnes (RGPD, article 6, 1, a)",
        RecordedBasis.LegalObligation => "Obligation légale (RGPD, article 6, 1, c)",
        RecordedBasis.PublicInterestTask => "Mission d’intérêt public (RGPD, article 6, 1, e)",
        RecordedBasis.LegitimateInterest => "Intérêt légitime (RGPD, article 6, 1, f)",
    };

    public static string Label(this AssessmentDecision decision) => decision switch
    {
        AssessmentDecision.GoAhead => "Les risques restants sont acceptables : le service peut fonctionner",
        AssessmentDecision.AskAuthority => "Les risques restants sont élevés : consulter d’abord la CNIL (RGPD, article 36)",
        AssessmentDecision.Stop => "Le service ne doit pas fonctionner",
    };
}
