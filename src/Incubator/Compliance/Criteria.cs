namespace Beffroi.Incubator.Compliance;

/// <summary>The thirty criteria. Sources: the two conventions of 2020 (Eva: DGEFP and DINUM; DISINFO: MEAE and DINUM), laws and standards, read in August 2026.</summary>
public static class Criteria
{
    const string Both = "Conventions Eva, article 2, et DISINFO, article 4";
    const string Rgpd = "RGPD";
    const string Rgaa = "Loi du 11 février 2005, article 47, et RGAA 4.1.2";
    const string Lcen = "Loi du 21 juin 2004 (LCEN) et règles de DashLord";
    const string Standards = "Standards de beta.gouv.fr, version 2.0";

    public static readonly IReadOnlyList<Criterion> All =
    [
        new() { Number = 1, Asks = "Une page de statistiques est ouverte à tous, et le pied de page y mène.", Source = Both, Mend = "Remettez la page /stats en service et son lien dans le pied de page." },
        new() { Number = 2, Asks = "Les statistiques suivent les 5 axes de la matrice d’impact, avec leur date et leur nombre compté.", Source = Standards, Mend = "Ajoutez à /stats les axes qui manquent : utilisable, utilisé, utile, impact, efficient." },
        new() { Number = 3, Asks = "Les mêmes chiffres se lisent par un programme, selon un schéma publié.", Source = "Engagement de Beffroi", Mend = "Corrigez /stats.json selon /stats.schema.json.", Tests = ["PublishedSchemaTests.The_figures_are_what_their_schema_says"] },
        new() { Number = 4, Asks = "Le budget est ouvert à tous, et la fiche du service y mène.", Source = Standards, Mend = "Inscrivez la fiche du service dans l’incubateur : le budget s’y affiche." },
        new() { Number = 5, Asks = "Chacun peut donner son avis à la fin de sa démarche.", Source = Both, Mend = "Donnez dans Site:OpinionUrl l’adresse entière du bouton « Je donne mon avis », avec son identifiant. Sans elle, le formulaire du site sert.", Tests = ["OpinionsTests", "OpinionLinksTests"] },
        new() { Number = 6, Asks = "Un citoyen peut entrer avec FranceConnect.", Source = "Convention DISINFO, article 4", Mend = "Demandez l’habilitation FranceConnect, puis remplissez SignIn:FranceConnect.", Tests = ["FranceConnectTests", "RefusalsTests", "LeavingTests"] },
        new() { Number = 7, Asks = "Un agent peut entrer avec ProConnect.", Source = "Standards de la DINUM", Mend = "Demandez l’habilitation ProConnect, puis remplissez SignIn:ProConnect.", Tests = ["ProConnectTests", "RefusalsTests", "LeavingTests"] },
        new() { Number = 8, Asks = "Chaque page dit si le service est accessible.", Source = Rgaa, Mend = "Remettez la mention « Accessibilité » et son lien dans le pied de page." },
        new() { Number = 9, Asks = "La déclaration d’accessibilité est entière, et son état vient d’un audit.", Source = Rgaa, Mend = "Complétez la page /accessibilite ; publiez un audit." },
        new() { Number = 10, Asks = "Un outil automatique ne trouve aucun défaut d’accessibilité.", Source = "WCAG 2.1 A et AA, par axe-core", Mend = "Lancez ./test, corrigez ce qu’axe signale, puis chargez les résultats.", Tests = ["AxeTests.Pages_have_no_violation_in_either_theme_at_either_size", "AxeTests.A_form_to_be_put_right_has_no_violation", "AxeTests.The_screens_of_the_games_have_no_violation", "AxeTests.The_screens_of_words_have_no_violation", "GamesAxeTests", "InventaireTests.Its_screens_have_no_violation_and_never_scroll_sideways"] },
        new() { Number = 11, Asks = "Tout se fait au clavier, et l’ordre des titres est juste.", Source = Rgaa, Mend = "Lancez ./test, corrigez ce qui échoue, puis chargez les résultats.", Tests = ["PagesTests.Headings_go_down_one_level_at_a_time", "PagesTests.The_first_links_skip_to_parts_that_are_there", "PagesTests.Every_field_has_a_label_and_no_identifier_is_used_twice", "PagesTests.Two_pages_never_have_the_same_title", "WholeParcoursTests.With_the_keyboard_alone_a_campaign_is_opened_played_and_read", "FoundThingsTests.With_the_keyboard_alone_the_plan_and_the_office_are_played_to_the_end", "InventaireTests.With_the_keyboard_alone_the_stock_is_counted_and_one_line_counted_again", "AdsTests.From_the_keyboard_alone_the_answer_is_reached_and_given", "ChatRoomTests.A_message_is_written_and_answered_by_keyboard_alone", "MenuTests.From_the_keyboard_the_administration_unfolds_and_folds", "SignInTests.A_passkey_is_added_and_opens_the_account_from_the_keyboard"] },
        new() { Number = 12, Asks = "Les pages se lisent sans JavaScript.", Source = "Engagement de Beffroi", Mend = "Rendez la page par le serveur, avec son titre et son texte." },
        new() { Number = 13, Asks = "Les mentions légales, la politique de confidentialité et les conditions d’utilisation sont complètes.", Source = Lcen, Mend = "Ajoutez à la page citée les mots qui manquent." },
        new() { Number = 14, Asks = "Chaque donnée gardée des personnes est déclarée, avec sa raison et sa durée.", Source = Rgpd + ", article 30", Mend = "Déclarez la colonne citée dans le registre de son module.", Tests = ["RegisterTests.C14_Every_column_of_every_table_is_declared_once_and_nothing_is_declared_that_is_not_there"] },
        new() { Number = 15, Asks = "Ce qui est arrivé à son terme est effacé.", Source = Rgpd + ", article 5", Mend = "Vérifiez que le site tourne la nuit ; au besoin : beffroi db journal.", Tests = ["RegisterTests.C15_What_the_journal_says_of_more_than_a_year_ago_goes_and_is_told_before"] },
        new() { Number = 16, Asks = "Chacun peut recevoir ses données, et les faire effacer.", Source = Rgpd + ", articles 15 et 17", Mend = "Lancez ./test, corrigez ce qui échoue, puis chargez les résultats.", Tests = ["RegisterTests.C16_Somebody_with_an_account_takes_away_what_is_kept_of_them_alone_and_no_key", "ErasureTests"] },
        new() { Number = 17, Asks = "Aucune page n’appelle un autre site, ni ne suit personne.", Source = Rgpd + ", et lignes directrices de la CNIL", Mend = "Servez vous-même le fichier cité, ou retirez-le." },
        new() { Number = 18, Asks = "Les cookies sont protégés.", Source = "Standards de la DINUM", Mend = "Servez le site en production, en https.", Tests = ["CookiesTests"] },
        new() { Number = 19, Asks = "Les en-têtes disent aux navigateurs ce qu’ils doivent refuser.", Source = "Règles de Mozilla Observatory", Mend = "Remettez l’en-tête cité, ou corrigez ce que votre serveur frontal y change." },
        new() { Number = 20, Asks = "Un fichier security.txt dit à qui signaler une faille.", Source = "RFC 9116", Mend = "Corrigez le champ cité de /.well-known/security.txt." },
        new() { Number = 21, Asks = "Le plan du site, les fichiers pour moteurs de recherche et les pages d’erreur sont là.", Source = Standards, Mend = "Remettez en service l’adresse citée." },
        new() { Number = 22, Asks = "L’en-tête et le pied de page suivent le système de design, sans la marque de l’État.", Source = "Système de design de l’État, 1.14.4", Mend = "Utilisez les composants Header et Footer." },
        new() { Number = 23, Asks = "On peut écrire à quelqu’un depuis chaque page, et répondre aux lettres du service.", Source = Standards, Mend = "Donnez dans Mail:From une adresse qui reçoit les réponses." },
        new() { Number = 24, Asks = "Le site dit s’il va bien, et ses journaux ne nomment personne.", Source = "Standards de la DINUM", Mend = "Regardez /healthz, puis les journaux du serveur.", Tests = ["LogsTests.Nobodys_name_address_code_or_answer_is_logged"] },
        new() { Number = 25, Asks = "L’interface pour programmes est décrite, le code est ouvert, ses dépendances sont connues et saines.", Source = Both + " ; circulaire 5608/SG", Mend = "Donnez dans Site:SourceUrl l’adresse du code. Auditez les dépendances, puis chargez le résultat.", Tests = ["Dependencies.Audit"] },
        new() { Number = 26, Asks = "La première page est légère : 300 ko et 25 fichiers au plus.", Source = "RGESN de mai 2024 ; budget de Beffroi", Mend = "Allégez les fichiers cités.", Tests = ["WeightTests"] },
        new() { Number = 27, Asks = "Les dates et les nombres sont écrits à la française ; une aide répond aux questions.", Source = "Standards de beta.gouv.fr", Mend = "Remettez en service /aide ; lancez ./test et chargez les résultats.", Tests = ["FrenchTests"] },
        new() { Number = 28, Asks = "Les données d’essai sont inventées.", Source = Standards, Mend = "Retirez du code l’adresse de production citée par le test.", Tests = ["FilesTests.No_source_names_a_host_in_production"] },
        new() { Number = 29, Asks = "Chaque page dit comment faire sans ordinateur.", Source = "Défenseur des droits ; loi ESSOC", Mend = "Donnez dans Site:OfflineHelp qui reçoit sans ordinateur." },
        new() { Number = 30, Asks = "Un atelier d’analyse des risques est tenu, et chaque risque fort a sa mesure et son test.", Source = "Convention DISINFO, article 4 ; guide agile de l’ANSSI, 2018", Mend = "Tenez l’atelier, ou tenez-le de nouveau ; écrivez la mesure et le test de chaque risque fort." },
    ];

    public static Criterion Of(int number) => All[number - 1];
}
