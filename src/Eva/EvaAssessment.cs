using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>The impact of Eva on people as its developers know it; the controller completes it and decides.</summary>
public static class EvaAssessment
{
    public static AssessmentTemplate Template { get; } = new()
    {
        Key = "eva", Name = "Eva : évaluer les compétences de base", EnglishName = "Eva: assessing basic skills", Version = 1,
        Stops = "ouvrir une campagne et commencer une évaluation. Une évaluation commencée se finit, et tout se lit.",
        Description =
        [
            "Une personne joue à de courts jeux. Le service situe sa lecture, son écriture, son calcul et des compétences du travail. Une conseillère ou un conseiller lit le résultat avec elle.",
            "Données : prénom ou surnom, réponses et durées, âge, genre, langue, scolarité et situation si la personne les donne, questions de santé si elle l’accepte, suivi et décisions.",
            "Personnes : adultes accompagnés, parfois en difficulté avec l’écrit, et professionnels. Une personne peut aussi jouer seule, sans nom.",
            "Vie des données : consentement, jeu, calcul, lecture, suivi, puis anonymisation automatique de ce qui nomme la personne.",
        ],
        Necessity =
        [
            "Le nom n’est pas demandé : un prénom, un surnom ou un code suffit. Chaque question sur soi se passe.",
            "Un résultat dit son incertitude et ce qui n’a pas été mesuré. Il n’ouvre et ne ferme aucun droit à lui seul ; un professionnel le confirme ou l’écarte, avec sa raison.",
            "La personne est informée avant de jouer, par un texte court qui peut être lu à voix haute. Elle conteste, reçoit un exemplaire et fait effacer par son conseiller, ou seule si elle joue seule.",
            "La conservation est de 5 ans au plus après la dernière évaluation, 90 jours pour qui joue seul. Une structure peut choisir moins.",
        ],
        Risks =
        [
            new()
            {
                Event = FearedEvent.IllegitimateAccess, Severity = RiskLevel.Significant, Likelihood = RiskLevel.Limited,
                Impact = "Honte, discrimination à l’embauche ou dans un service, si une difficulté avec l’écrit ou la santé est connue.",
                Sources = "Un collègue curieux, un écran laissé ouvert, un compte volé, un papier perdu.",
                Measures = ["Chaque droit est une condition de la requête : une structure ne lit que les siens.", "Les questions de santé ne se lisent que par l’équipe qui accompagne.", "Double facteur et clés d’accès, blocage après 5 essais, journal d’un an.", "Codes personnels longs, essais limités, empreintes seules dans la base."],
            },
            new()
            {
                Event = FearedEvent.UnwantedChange, Severity = RiskLevel.Significant, Likelihood = RiskLevel.Negligible,
                Impact = "Une orientation fondée sur un résultat faux.",
                Sources = "Une erreur de saisie, une norme changée, une fusion de deux personnes.",
                Measures = ["Les réponses sont gardées : un résultat se recalcule et se compare.", "Chaque version du calcul, des normes et des questions est gardée avec son auteur.", "Une contestation et une décision sont des lignes datées, jamais un remplacement."],
            },
            new()
            {
                Event = FearedEvent.Disappearance, Severity = RiskLevel.Limited, Likelihood = RiskLevel.Limited,
                Impact = "Refaire l’évaluation ; perdre le fil d’un accompagnement.",
                Sources = "Une panne, un réseau coupé pendant le jeu, un effacement par erreur.",
                Measures = ["Le jeu garde les réponses sur l’appareil jusqu’à leur envoi.", "La sauvegarde et sa vérification sont décrites dans la documentation.", "Un effacement demande une confirmation et dit ce qu’il détruit."],
            },
        ],
        Residual =
        [
            "Une structure très petite peut reconnaître une personne par son seul prénom : préférez un code.",
            "Un conseiller peut noter trop dans un texte libre : formez les équipes.",
            "À régler par le responsable : l’information remise aux personnes, l’habilitation des équipes, la durée choisie.",
        ],
    };
}
