using Beffroi.Kit;

namespace Beffroi.Bots;

/// <summary>The impact of the detector on people as its developers know it; the controller completes it and decides. Each mandate adds its own ground and its own last day.</summary>
public static class BotsAssessment
{
    public static AssessmentTemplate Template { get; } = new()
    {
        Key = "robots", Name = "Détecteur : repérer des comptes automatisés", EnglishName = "Detector: finding automated accounts", Version = 1,
        Stops = "ouvrir une veille, une source ou une exploration ; collecter, chercher des groupes et noter des comptes. Ce qui est collecté se lit, et s’efface à sa date.",
        Description =
        [
            "Une organisation ouvre une veille sous un cadre qui nomme une ingérence étrangère supposée. Le service collecte des publications publiques qui y répondent et calcule des indices d’automatisation et de coordination.",
            "Données : profil et publications publiques de comptes, dates, liens entre comptes, note calculée, relecture d’un analyste.",
            "Personnes : auteurs de publications publiques, dont beaucoup n’ont rien à se reprocher ; analystes.",
            "Vie des données : collecte sous un cadre en vigueur, calcul, relecture humaine, effacement automatique chaque nuit.",
        ],
        Necessity =
        [
            "Rien ne se collecte sans cadre en vigueur : responsable, fondement, hypothèse étrangère et dernier jour. L’opinion en France n’est pas une cible.",
            "Un indice n’est pas un verdict : aucune décision sur une personne n’est automatique, et la page dit de quoi l’indice est fait.",
            "Ce qui ne répond à rien part en 60 jours au plus, le reste en 730 jours au plus ; chaque cadre fixe moins.",
            "L’information est publique. Le propriétaire d’un compte conteste, demande une copie ou fait effacer sans compte ; un compte écarté n’est plus jamais repris.",
        ],
        Risks =
        [
            new()
            {
                Event = FearedEvent.IllegitimateAccess, Severity = RiskLevel.Maximal, Likelihood = RiskLevel.Limited,
                Impact = "Opinions politiques ou religieuses rassemblées et divulguées ; harcèlement d’une personne prise pour un robot.",
                Sources = "Un analyste qui détourne une veille, un compte volé, une copie de la base.",
                Measures = ["Une organisation ne voit que ses veilles.", "Seules des publications publiques sont lues ; ni message privé, ni numéro, ni adresse.", "Les étiquettes partagées ne portent ni nom ni raison.", "Chaque acte est au journal ; la page publique donne la méthode et les droits."],
            },
            new()
            {
                Event = FearedEvent.UnwantedChange, Severity = RiskLevel.Significant, Likelihood = RiskLevel.Limited,
                Impact = "Une personne réelle notée à tort comme un programme.",
                Sources = "Un modèle qui se trompe, un réseau qui change, une étiquette posée trop vite.",
                Measures = ["La note vient avec un intervalle et ses raisons.", "Deux analystes peuvent dire le contraire : les deux avis restent.", "Une contestation fait relire par une personne."],
            },
            new()
            {
                Event = FearedEvent.Disappearance, Severity = RiskLevel.Negligible, Likelihood = RiskLevel.Limited,
                Impact = "Une preuve manque au moment de répondre à une personne.",
                Sources = "Une panne, une source coupée, un effacement à sa date.",
                Measures = ["Les curseurs de lecture sont écrits avec ce qui est lu.", "Un dossier garde ses preuves à part, avec leur empreinte."],
            },
        ],
        Residual =
        [
            "Les publications disent des opinions : la gravité d’une fuite reste maximale, quelle que soit sa vraisemblance.",
            "Une hypothèse étrangère mal fondée ferait viser une opinion intérieure : le responsable relit chaque cadre.",
            "À régler par le responsable : qui peut ouvrir un cadre, qui relit, comment les personnes sont informées.",
        ],
    };
}
