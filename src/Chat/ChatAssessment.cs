using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>The impact of the chat and of its cases on people as its developers know it; the controller completes it and decides.</summary>
public static class ChatAssessment
{
    public static AssessmentTemplate Template { get; } = new()
    {
        Key = "discussion", Name = "Discussion et dossiers", EnglishName = "Chat and cases", Version = 1,
        Stops = "ouvrir un salon ou un dossier. Les salons et les dossiers déjà ouverts continuent.",
        Description =
        [
            "Des organisations détectent, qualifient et traitent ensemble des manipulations de l’information, dans des salons et des dossiers.",
            "Données : nom et organisation des membres, messages et fichiers avec leur marquage, lectures de ce qui est réservé, observables, preuves et décisions.",
            "Personnes : membres, invités, et personnes citées dans un message ou une preuve.",
            "Vie des données : un contenu reste tant que l’organisation qui le partage ne le retire pas ; un avertissement part en 90 jours, une lecture en 12 mois.",
        ],
        Necessity =
        [
            "Le marquage TLP dit à qui chaque contenu s’adresse ; la requête elle-même l’applique.",
            "Une organisation peut masquer le nom de ses analystes. Un invité ne voit qu’un dossier, pour un temps.",
            "La lecture d’un contenu réservé est notée pour dire à qui partage qui l’a lu, et pour cela seulement.",
            "Un membre reçoit un exemplaire de ce qui est gardé de son compte ; son nom s’efface s’il le ferme.",
        ],
        Risks =
        [
            new()
            {
                Event = FearedEvent.IllegitimateAccess, Severity = RiskLevel.Significant, Likelihood = RiskLevel.Limited,
                Impact = "Un analyste exposé à des représailles ; une personne citée mise en cause à tort.",
                Sources = "Un compte volé, un membre qui part, un contenu copié hors du service.",
                Measures = ["Qui part perd l’accès à l’instant, sur chaque machine.", "Les messages électroniques ne disent jamais ce qui est partagé.", "Une note de lecture suit chaque contenu réservé.", "Double facteur et clés d’accès."],
            },
            new()
            {
                Event = FearedEvent.UnwantedChange, Severity = RiskLevel.Significant, Likelihood = RiskLevel.Negligible,
                Impact = "Une preuve altérée ; une décision attribuée à qui ne l’a pas prise.",
                Sources = "Une erreur, une intrusion, une correction après coup.",
                Measures = ["Les lignes d’un dossier sont scellées l’une à l’autre ; la commande « case verify » le contrôle.", "Un message corrigé garde ses versions.", "Un fichier garde son empreinte."],
            },
            new()
            {
                Event = FearedEvent.Disappearance, Severity = RiskLevel.Limited, Likelihood = RiskLevel.Limited,
                Impact = "Un dossier à refaire ; une personne mise en cause sans moyen de se défendre.",
                Sources = "Une panne, une organisation qui retire ce qu’elle a partagé.",
                Measures = ["Un dossier s’emporte scellé, avec ses preuves.", "La sauvegarde est décrite dans la documentation."],
            },
        ],
        Residual =
        [
            "Un lecteur autorisé peut recopier ce qu’il lit : le marquage l’engage, il ne l’empêche pas.",
            "Les personnes citées ne sont pas toutes informées : le responsable dit pourquoi, ou les informe.",
            "À régler par le responsable : qui accepte une organisation, combien de temps un dossier clos se garde.",
        ],
    };
}
