namespace Beffroi.Dsfr.Tests;

public sealed class FormTests
{
    private static readonly Option[] Three = [new("1", "Un"), new("2", "Deux"), new("3", "Trois")];
    private static readonly Option[] Four = [.. Three, new("4", "Quatre")];

    [Fact]
    public async Task A_text_field_is_the_example() =>
        (await Rendered.Element<TextField>(("Name", "Nom"), ("Label", "Nom")))
            .HasShapeOf(Oracle.Example("input", "Champ de type \"text\"", ".fr-input-group"), Difference.NoEmptyDescription);

    [Fact]
    public async Task A_text_field_with_a_hint_is_the_example() =>
        (await Rendered.Element<TextField>(("Name", "Nom"), ("Label", "Nom"), ("Hint", "Par exemple Durand")))
            .HasShapeOf(
                Oracle.Example("input", "Champ avec texte additionnel", ".fr-input-group"),
                Difference.HintIsDescribed,
                Difference.HintBesideLabel);

    [Fact]
    public async Task A_text_field_with_an_error_is_the_example() =>
        (await Rendered.Element<TextField>(("Name", "Nom"), ("Label", "Nom"), ("Error", "Écrivez un nom.")))
            .HasShapeOf(Oracle.Example("input", "Champ en erreur avec texte d'erreur", ".fr-input-group"), Difference.InvalidIsSaid);

    [Fact]
    public async Task A_file_field_is_the_example() =>
        (await Rendered.Element<FileField>(("Name", "Fichier"), ("Label", "Fichier"), ("Hint", "2 Mo au plus")))
            .HasShapeOf(
                Oracle.Example("upload", "Bouton upload 1 seul fichier", ".fr-upload-group"),
                Difference.HintIsDescribed,
                Difference.HintBesideLabel);

    [Fact]
    public async Task A_text_area_is_the_example() =>
        (await Rendered.Element<TextArea>(("Name", "Texte"), ("Label", "Texte")))
            .HasShapeOf(Oracle.Example("input", "Champ de type \"textarea\"", ".fr-input-group"), Difference.NoEmptyDescription);

    [Fact]
    public async Task A_password_field_is_the_example() =>
        (await Rendered.Element<PasswordField>(
            ("Name", "Password"), ("Label", "Mot de passe"), ("Required", true), ("Autocomplete", "new-password"), ("Hint", "Au moins 12 caractères"),
            ("Rules", new[] { "12 caractères", "1 signe", "1 chiffre" })))
            .HasShapeOf(
                Oracle.Example("password", "Mot de passe avec description", ".fr-password"),
                Difference.HintIsDescribed,
                Difference.HintBesideLabel,
                new Difference("The hint says what the list is.", "    p.fr-message …\n", ""),
                new Difference("A class that nothing else of the design system names.", "label.fr--password__checkbox.fr-label", "label.fr-label"));

    [Fact]
    public async Task A_list_with_a_hint_is_the_example() =>
        (await Rendered.Element<SelectField>(("Name", "Pays"), ("Label", "Pays"), ("Hint", "Où vous vivez"), ("Options", Four)))
            .HasShapeOf(
                Oracle.Example("select", "Liste déroulante avec texte de description", ".fr-select-group"),
                Difference.HintIsDescribed,
                Difference.HintBesideLabel,
                new Difference("A person may go back to no choice.", "option disabled selected …", "option selected …"));

    [Fact]
    public async Task A_list_with_an_error_is_the_example() =>
        (await Rendered.Element<SelectField>(("Name", "Pays"), ("Label", "Pays"), ("Error", "Choisissez un pays."), ("Options", Four)))
            .HasShapeOf(
                Oracle.Example("select", "Liste déroulante erreur", ".fr-select-group"),
                Difference.InvalidIsSaid,
                new Difference("A person may go back to no choice.", "option disabled selected …", "option selected …"));

    [Fact]
    public async Task Radio_buttons_are_the_example() =>
        (await Rendered.Element<RadioGroup>(("Name", "Langue"), ("Legend", "Langue"), ("Options", Three), ("Value", "2")))
            .HasShapeOf(Oracle.Example("radio", "Ensemble de boutons radio", "fieldset"));

    [Fact]
    public async Task Radio_buttons_with_hints_are_the_example() =>
        (await Rendered.Element<RadioGroup>(
            ("Name", "Langue"), ("Legend", "Langue"), ("Options", Three.Select(o => o with { Hint = "Indice" }).ToArray())))
            .HasShapeOf(Oracle.Example("radio", "Ensemble de boutons radio avec texte d‘aide spécifique", "fieldset"));

    [Fact]
    public async Task Radio_buttons_with_an_error_are_the_example() =>
        (await Rendered.Element<RadioGroup>(("Name", "Langue"), ("Legend", "Langue"), ("Options", Three), ("Error", "Choisissez une langue.")))
            .HasShapeOf(
                Oracle.Example("radio", "Ensemble de boutons radio avec erreur", "fieldset"),
                new Difference("Each button says that the answer is to be put right.", "input type=radio", "input aria-invalid=true type=radio"));

    [Fact]
    public async Task Radio_buttons_in_a_row_are_the_example() =>
        (await Rendered.Element<RadioGroup>(("Name", "Langue"), ("Legend", "Langue"), ("Options", Three), ("Inline", true)))
            .HasShapeOf(Oracle.Example("radio", "Ensemble de boutons radio en ligne", "fieldset"));

    [Fact]
    public async Task Large_radio_buttons_are_the_rich_example() =>
        (await Rendered.Element<RadioGroup>(("Name", "Langue"), ("Legend", "Langue"), ("Options", Three), ("Large", true)))
            .HasShapeOf(Oracle.Example("radio", "Ensemble de boutons radio riches sans pictogramme", "fieldset"));

    [Fact]
    public async Task A_radio_button_of_a_column_is_heard_and_chosen_as_any_other()
    {
        var cell = await Rendered.Element<RadioCell>(("Name", "from"), ("Value", "2"), ("Label", "De la version 2"), ("Checked", true));

        var input = cell.QuerySelector("input")!;
        Assert.Equal(("radio", "from", "2", true), (input.GetAttribute("type"), input.GetAttribute("name"), input.GetAttribute("value"), input.HasAttribute("checked")));
        Assert.Equal("De la version 2", cell.QuerySelector($"label[for='{input.Id}'] .fr-sr-only")!.TextContent);
    }

    [Fact]
    public async Task A_check_box_is_the_example() =>
        (await Rendered.Element<CheckboxField>(("Name", "Accord"), ("Label", "J’accepte")))
            .HasShapeOf(Oracle.Example("checkbox", "Case à cocher seule", ".fr-checkbox-group"), Difference.NoEmptyDescription);

    [Fact]
    public async Task A_check_box_with_a_hint_is_the_example() =>
        (await Rendered.Element<CheckboxField>(("Name", "Accord"), ("Label", "J’accepte"), ("Hint", "Vous pouvez changer d’avis")))
            .HasShapeOf(Oracle.Example("checkbox", "Case à cocher avec texte d‘aide", ".fr-checkbox-group"), Difference.NoEmptyDescription);

    [Fact]
    public async Task A_check_box_with_an_error_is_the_example() =>
        (await Rendered.Element<CheckboxField>(("Name", "Accord"), ("Label", "J’accepte"), ("Error", "Cochez la case.")))
            .HasShapeOf(Oracle.Example("checkbox", "Case à cocher seule avec erreur", ".fr-checkbox-group"), Difference.InvalidIsSaid);

    [Fact]
    public async Task Check_boxes_are_the_example() =>
        (await Rendered.Element<CheckboxGroup>(("Name", "Jours"), ("Legend", "Jours"), ("Options", Three), ("Values", new[] { "2" })))
            .HasShapeOf(
                Oracle.Example("checkbox", "Ensemble de cases à cocher", "fieldset"),
                Difference.NoEmptyDescription,
                new Difference("One error for the question, not one for each box.", "      div.fr-messages-group aria-live=polite\n", ""));

    [Theory]
    [InlineData("Bouton simple", ButtonKind.Primary, ButtonSize.Medium)]
    [InlineData("Bouton simple SM", ButtonKind.Primary, ButtonSize.Small)]
    [InlineData("Bouton simple LG", ButtonKind.Primary, ButtonSize.Large)]
    [InlineData("Bouton secondaire", ButtonKind.Secondary, ButtonSize.Medium)]
    [InlineData("Bouton tertiaire", ButtonKind.Tertiary, ButtonSize.Medium)]
    [InlineData("Bouton tertiaire sans contour", ButtonKind.TertiaryNoOutline, ButtonSize.Medium)]
    public async Task A_button_is_the_example(string title, ButtonKind kind, ButtonSize size) =>
        (await Rendered.Element<Button>(("Label", "Valider"), ("Type", "button"), ("Kind", kind), ("Size", size)))
            .HasShapeOf(Oracle.Example("button", title, ".fr-btn"));

    [Fact]
    public async Task A_button_with_an_icon_is_the_example() =>
        (await Rendered.Element<Button>(("Label", "Valider"), ("Type", "button"), ("Icon", "checkbox-circle-line")))
            .HasShapeOf(Oracle.Example("button", "Bouton icon à gauche", ".fr-btn"));

    [Fact]
    public async Task A_disabled_button_is_the_example() =>
        (await Rendered.Element<Button>(("Label", "Valider"), ("Type", "button"), ("Disabled", true)))
            .HasShapeOf(Oracle.Example("button", "Bouton désactivé", ".fr-btn"));

    [Fact]
    public async Task A_link_that_looks_like_a_button_is_the_example() =>
        (await Rendered.Element<ButtonLink>(("Label", "Commencer"), ("Href", "/commencer")))
            .HasShapeOf(Oracle.Example("button", "Bouton markup a href", "a.fr-btn"));

    [Fact]
    public async Task Buttons_in_a_row_are_the_example() =>
        (await Rendered.Element<ButtonGroup>(("Right", true), ("ChildContent", Rendered.Markup(
            Oracle.Example("modal", "Modale avec zone d'action et boutons", ".fr-modal__footer .fr-btns-group").InnerHtml))))
            .HasShapeOf(
                Oracle.Example("modal", "Modale avec zone d'action et boutons", ".fr-modal__footer .fr-btns-group"),
                new Difference(
                    "In a row from 768 px, in the order of the page.",
                    ".fr-btns-group--inline-lg.fr-btns-group--inline-reverse", ".fr-btns-group--inline-md"));

    [Fact]
    public async Task A_search_bar_is_the_example() =>
        (await Rendered.Element<SearchBar>())
            .HasShapeOf(
                Oracle.Example("search", "Barre de recherche MD (par défaut)", ".fr-search-bar"),
                Difference.NoEmptyDescription,
                new Difference("Nothing is said while typing.", "  div.fr-messages-group aria-live=polite\n", ""),
                new Difference("Sends its form without a script.", "button.fr-btn title type=button", "button.fr-btn title type=submit"));

    [Fact]
    public async Task A_connect_button_is_the_example() =>
        (await Rendered.Element<ConnectButton>(("Brand", "FranceConnect"), ("Href", "/connexion/franceconnect"), ("AboutHref", "https://franceconnect.gouv.fr/")))
            .HasShapeOf(
                Oracle.Example("connect", "Bouton FranceConnect", ".fr-connect-group"),
                new Difference("It leads to an address of ours: a link, which the policy on forms does not hold back.", "button.fr-connect type=button", "a.fr-connect href"));
}
