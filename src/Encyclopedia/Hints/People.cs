using System.Text.RegularExpressions;

namespace Beffroi.Encyclopedia.Hints;

/// <summary>Likely names of people, and ways to reach them. It errs on the side of asking: a reviewer answers in a second.</summary>
static partial class People
{
    // The most given first names of several generations in France, Britain and the United States, and a few of neighbours.
    static readonly HashSet<string> FirstNames = new(
        ("Adam Adrien Agnès Alain Albert Alex Alexandra Alexandre Alexei Alice Alicia Amanda Amélie Amy André Andrea Andrew Angela Anna Anne Anthony Antoine Ashley Aurélie Barbara Benjamin Benoît Bernard Brandon Brian Bruno Camille Carole Caroline " +
        "Catherine Cécile Cédric Céline Charles Charlotte Chantal Chloé Christelle Christian Christine Christophe Claire Claude Clément Corinne Cynthia Damien Daniel David Deborah Delphine Denis Denise Didier Dominique Donald Donna Dorothée Edward Élise " +
        "Elizabeth Emily Emma Émilie Emmanuel Éric Eric Estelle Étienne Eugène Fabien Fabrice Fatima Florence Florian François Françoise Franck Frédéric Gabriel Gary Geneviève George Georges Gérard Gilles Grégory Guillaume Guy Hannah Heather Hélène Henri " +
        "Hervé Hugo Igor Inès Isabelle Ivan Jacob Jacqueline Jacques James Jason Jean Jeanne Jeffrey Jennifer Jérôme Jessica Joanna Joël John Jonathan José Joseph Joshua Judith Julia Julie Julien Juliette Justin Karen Karim Karine Kathleen Kenneth Kevin Laetitia " +
        "Laura Laurence Laurent Léa Léo Lina Linda Lisa Louis Louise Luc Lucas Lucie Ludovic Manon Marc Marcel Margaret Maria Marie Marine Marion Mark Martin Martine Mary Mathieu Matthew Maurice Max Maxime Mélanie Melissa Michael Michel Michèle Michelle Mohamed " +
        "Monique Nadia Nadine Nancy Natacha Nathalie Nathan Nicholas Nicolas Nicole Nicolás Noah Noémie Olga Olivier Olivia Pamela Pascal Patricia Patrick Paul Pauline Peter Philip Philippe Pierre Quentin Rachel Raphaël Raymond Rebecca Régis Rémi René Richard " +
        "Robert Roger Roland Romain Ronald Ryan Sabrina Samantha Samuel Sandra Sandrine Sara Sarah Scott Sébastien Serge Sergei Simon Simone Solange Sonia Sophie Stéphane Stéphanie Stephen Steven Susan Suzanne Sylvain Sylvie Théo Thérèse Thierry Thomas Timothy " +
        "Tristan Valérie Vanessa Véronique Victor Vincent Virginie Vladimir William Xavier Yann Yasmine Yves Yvonne Zoé " +
        "Aaron Abdallah Abdel Abdelkader Abdou Abdoulaye Abdul Abdullah Abel Adama Adel Adèle Agathe Ahmad Ahmed Aïcha Aïssatou Ali Alioune Alma Amadou Amara Ambre Amin Amina Aminata Amine Amir Amira Ana Anaïs Anas Andreï Andrzej Angélique Anita Anouk Antoinette Antonio " +
        "Armand Arnaud Arthur Assia Astou Audrey Awa Axel Aya Ayşe Aziz Babacar Bakary Baptiste Bastien Béatrice Bilal Binta Birgit Bogdan Boris Boubacar Brahim Brigitte Bruce Carlos Carmen Cassandra Célia Cheikh Chiara Chidi Chen Clara Clarisse Claudine Clémence Clotilde Colette " +
        "Constance Dalila Daouda Dariusz Deniz Diana Diego Dimitri Djamel Djibril Dmitri Driss Édith Édouard Ekaterina Elena Éléonore Elif Elijah Elio Élodie Eloïse Elsa Emeka Emine Emre Enzo Erika Ethan Eva Evelyne Fadi Fadila Fanny Farid Fares Fatimata Fatma Fatou Fatoumata Faustine " +
        "Felix Félix Fernando Fiona Flavie Foued Francesca Francesco Francis Franz Gaël Gaëlle Gaëtan Garance Gaspard Giovanni Giulia Giuseppe Grace Greta Guillermo Günther Habib Hadrien Hafsa Hakim Hamid Hamza Hans Harouna Harold Harry Hassan Hawa Heidi Helga Henry Hicham Hiroshi Houda " +
        "Hussein Ibrahim Ibrahima Idris Idriss Ilyes Imane Ines Ingrid Irina Isabel Ismaël Ismail Issa Ivana Jamal Jamila Jan Javier Jérémie Jérémy Joana Joachim Joaquin Johan Johanna Jordi Jorge Joris Josefa Josette Josiane Juan Juliane Jürgen Kadiatou Kamel Karl Katarzyna Katia Kenji Kenza " +
        "Khadija Khadim Khaled Khalid Kofi Krzysztof Kwame Lamia Lamine Lars Latifa Leïla Leila Lena Leon Leonardo Liam Lila Liliane Lilou Loïc Lola Lorenzo Luca Lucia Lucien Lucienne Luis Luisa Luiz Lydia Lydie Lynda Maëlle Maëlys Magali Magdalena Mahmoud Maïmouna Maïssa Malik Malika Mamadou " +
        "Manuel Marcelle Marco Margaux Margot Mariam Mariama Mariana Mario Marius Marjorie Marta Marthe Marwa Maryam Mateo Mathilde Mathis Matteo Matthias Maud Mehdi Mehmet Meriem Mia Miguel Mikhail Mina Ming Mireille Mohammad Mohammed Mona Morgane Moussa Muhammad Mustafa Mustapha Myriam Nabil " +
        "Nadège Nadja Naïma Najib Nasser Natalia Natalya Nawel Ndeye Nelly Nicolae Nina Nora Nour Océane Odette Odile Oleg Oliver Omar Oscar Oumar Ousmane Oksana Pablo Paola Paolo Paulette Pavel Pedro Pierrette Piotr Priscilla Priya Rachid Rachida Rafael Raja Rajesh Ramata Raoul Rayan Raymonde Renée " +
        "Ricardo Rita Roberto Rokia Roxane Ruth Saïd Said Salah Salif Salima Salma Salomé Samia Samir Samira Samy Sanjay Selim Selma Sergio Seydou Sidonie Siham Slim Sofiane Sokhna Soufiane Souleymane Stefan Stella Stéphan Sunita Svetlana Swann Tamara Tania Tarek Tatiana Teresa Théodore Tiago Tom Tomasz " +
        "Toufik Ugo Ulrich Urszula Valentin Valentina Valentine Vera Viktor Vincenzo Walid Walter Wanda Wassim Wei Wilfried Willy Wolfgang Yacine Yanis Yannick Yasmina Yasmin Yassine Yolande Youcef Youssef Youssouf Yuki Yuri Yusuf Zahra Zakaria Zineb Zohra Zoubida").Split(' '), StringComparer.OrdinalIgnoreCase);

    // What follows a first name and makes it a place, a school or a firm.
    static readonly HashSet<string> Places = new(["University", "Université", "Institute", "Institut", "Foundation", "Fondation", "School", "Hospital", "Street", "Prize", "Award"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What a text says with its marks and without them, each run of blanks being one: a name in bold, or over two lines, is a name.</summary>
    public static IEnumerable<string> Readings(string text) => new[] { Blanks().Replace(text, " "), Blanks().Replace(PlainText.Of(text), " ") }.Distinct(StringComparer.Ordinal);

    public static IEnumerable<string> In(string text) => Readings(text).SelectMany(Found).Distinct(StringComparer.Ordinal);

    static IEnumerable<string> Found(string text)
    {
        // « Selon Jeanne Martin »: where the first word is no first name, the name may begin at the next one.
        for (var found = Named().Match(text); found.Success;)
        {
            var words = found.Value.Split(' ');
            var named = FirstNames.Contains(words[0].Split('-')[0]) && !words.Any(Places.Contains);
            if (named)
            {
                yield return found.Value;
            }

            found = Named().Match(text, found.Index + (named ? found.Length : words[0].Length));
        }

        foreach (Match found in SurnameFirst().Matches(text))
        {
            var words = found.Value.Split(' ');
            if (FirstNames.Contains(words[^1].Split('-')[0]) || (FirstNames.Contains(words[0].Split('-')[0]) && words[1].All(c => !char.IsLower(c))))
            {
                yield return found.Value;
            }
        }

        foreach (var found in Titled().Matches(text).Select(m => m.Value))
        {
            yield return found;
        }

        foreach (var found in Reachable().Matches(text).Select(m => m.Value))
        {
            yield return found.TrimEnd('.', '-');
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    /// <summary>MARTIN Jeanne, DE LA TOUR Jean-Paul, JEANNE MARTIN.</summary>
    [GeneratedRegex(@"\b(?:\p{Lu}[\p{Lu}'’\-]+ ){1,3}(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?|\p{Lu}[\p{Lu}\-]+)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SurnameFirst();

    /// <summary>Two to four words that begin with a capital: Jeanne Martin, Jean-Paul de La Tour.</summary>
    [GeneratedRegex(@"\b\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: (?:de|du|van|von|le|la|di|da|bin|ben|el|al))?(?: \p{Lu}[\p{L}'’\-]+){1,2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:M\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Monsieur|Madame) \p{Lu}[\p{L}'’\-]+(?: \p{Lu}[\p{L}'’\-]+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Titled();

    /// <summary>An electronic address, an account (@name), a telephone number of eight digits or more.</summary>
    [GeneratedRegex(@"[\p{L}0-9._%+\-]{1,64}@[\p{L}0-9\-]{1,64}\.[\p{L}0-9.\-]{2,64}|(?<![\p{L}0-9./])@[A-Za-z0-9_]{3,30}|(?<![0-9/\-.])(?:\+[0-9]{1,3}[ .]?|0)[1-9](?:[ .\-]?[0-9]{2}){4}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reachable();
}
