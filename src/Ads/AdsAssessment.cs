using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>The impact of answering upon ads on people as its developers know it; the controller completes it and decides.</summary>
public static class AdsAssessment
{
    public static AssessmentTemplate Template { get; } = new()
    {
        Key = "annonces", Name = "Annonces : répondre en citoyen", EnglishName = "Ads: answering as a citizen", Version = 1,
        Stops = "répondre sur une annonce, et en envoyer une. Les annonces, les résultats et les réponses d’avant se lisent.",
        Description =
        [
            "Des citoyens disent à quoi sert une annonce vue sur un réseau social. Leurs réponses, agrégées, aident à vérifier le droit électoral ; un relecteur nommé décide seul d’une qualification.",
            "Données : réponses et dates, pseudonyme du navigateur, pseudonyme du réseau, annonce envoyée sans ses données cachées.",
            "Personnes : citoyens qui répondent, sans compte ; annonceurs et payeurs que les bibliothèques rendent publics ; relecteurs.",
            "Vie des données : la clé d’un pseudonyme est détruite après 31 jours, celle du réseau le lendemain ; les réponses restent, sans lien avec personne.",
        ],
        Necessity =
        [
            "Il faut compter une fois chaque personne : un pseudonyme tiré au hasard y suffit. Ni nom, ni compte, ni adresse sur le réseau.",
            "Un compte ouvert ne laisse aucune trace dans la réponse.",
            "Une réponse n’est montrée qu’agrégée, au-dessus d’un nombre de personnes.",
            "La page dit ce qui est gardé avant la première réponse ; la personne voit les siennes depuis son navigateur.",
        ],
        Risks =
        [
            new()
            {
                Event = FearedEvent.IllegitimateAccess, Severity = RiskLevel.Significant, Likelihood = RiskLevel.Negligible,
                Impact = "Une opinion politique devinée d’après des réponses rattachées à une personne.",
                Sources = "Une copie de la base et de ses clés, un appareil partagé.",
                Measures = ["Les clés sont scellées, puis détruites à leur date ; la base efface pour de bon.", "L’adresse sur le réseau n’est pas enregistrée.", "Les réponses publiées sont sans pseudonyme."],
            },
            new()
            {
                Event = FearedEvent.UnwantedChange, Severity = RiskLevel.Limited, Likelihood = RiskLevel.Limited,
                Impact = "Un annonceur qualifié à tort par des réponses organisées.",
                Sources = "Un programme, un groupe qui répond ensemble.",
                Measures = ["Essais limités, pièges, annonces témoins et plafond par réseau.", "L’agrégation dit son incertitude.", "Aucune qualification sans relecteur nommé ; le commanditaire répond d’abord."],
            },
            new()
            {
                Event = FearedEvent.Disappearance, Severity = RiskLevel.Negligible, Likelihood = RiskLevel.Limited,
                Impact = "Des réponses perdues ; une vérification retardée.",
                Sources = "Une panne, une clé détruite trop tôt.",
                Measures = ["Les réponses restent quand les clés partent.", "Les décisions gardent le texte jugé et son empreinte."],
            },
        ],
        Residual =
        [
            "Pendant 31 jours, qui tient la base et les clés relie les réponses d’un même navigateur.",
            "Une annonce envoyée peut montrer un tiers : un relecteur la regarde avant toute publication.",
            "À régler par le responsable : qui relit, qui tient les clés, comment le commanditaire est joint.",
        ],
    };
}
