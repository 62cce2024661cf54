"""First names that are common in Flanders and the Netherlands, in small letters without accents; of nobody in particular."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """aagje aaltje aaron abdel abdelkader abdellah abderrahim achraf adam adil adinda adriaan adriana agnes ahmed
    ahmet aicha aisha akke alain albert albertine aldo alex alexander alexandra alfons alfred ali alice alicia alida
    alina alissa alois aloys alphonse amalia amber amelie amina amir amira amy an anais anass anders andre andrea
    andreas andrew andy anissa anita anja anke ann anna anne anneke anneleen annelies annelore annemie annette
    annick annika anny anouk anthony antoine anton antonia antonio arend ariane arie arif arjan arjen armand arnaud
    arne arno arthur aslan astrid aurelie axel axelle ayoub ayse azra babette baptiste barbara barend barry bart bas
    basiel bastiaan bastien bea beate beatrijs begga bella ben benedict benedicte benedikt benjamin benno benny
    bente berend bernadette bernard bernardus berno berre bert berten bertha bertus betty bianca bieke bilal birger
    birgit bjorn bo bob boris boudewijn brahim bram brecht brenda brent brigitte britt bruce bruno bryan cami
    camille carina carine carl carla carlo carlos carmen carola carolien carolina caroline caspar casper catherine
    cato cecile cecilia cedric cees celeste celine chaima chantal charles charlie charline charlotte chloe chris
    christa christel christelle christiaan christiaens christian christiana christianne christina christine christof
    christoph christophe chrystel cindy claire clara claudia clement clementine clio coen coleta colette conny
    constant cor cora coralie cornelia cornelis corry cristina cyriel cyril daan dagmar daisy damien dana daniel
    daniela danielle danique danni danny darius david dean debbie debby deborah delphine denise deniz dennis derk
    desiree detlef devon dewi diana dick didier diede diederik diego dieter dieuwke dimitri dimitry dina dineke
    dinja dion dirk dirkje djamila django dolores domien dominique don donald donna dora dorien doris dounia dries
    driesje dylan eddie eddy edgard edith edmond eduard edward edwin eefje eefke eelco egbert elena eleonora
    eleonore eli eliane elias elien elif elijah elina eline elisa elisabeth elise elizabeth elke ella ellen elly
    elmar els elsa elsie elvire emanuel emanuelle emiel emile emilia emilie emily emine emma emmanuel emmy emre
    engelbert enzo eric erica erik erika erna ernest ernst erwin esra estelle ester esther etienne etiennette eugene
    eugenie eva evelien evelin evelina eveline evelyn everard evi evy ewoud ezra fabian fabienne fabio fabrice
    faisal fanny farah farid fatiha fatima fatma fay fayza febe felicien felix femke fenna fenne ferdinand fernand
    fernande ferre fieke fien fiene fientje filip finn finne firstname fleur floor flore florence florent florian
    florien floris fons francesco francien francine francis francisca franciscus francois francoise frank franka
    frankie franky frans franziska fred freddy frederic frederica frederik frederique freek freya frieda frits fritz
    froukje gabriel gabriela gabrielle gaby gaelle gaetan gaston geeraard geert geertje geertrui geertruida gemma
    geoffrey georges georgette gerard gerben gerda gerlinde germain germaine gerrie gerrit gert gertjan gertrude
    gerty ghislain ghislaine ghita giel gijs gijsbert gilbert gilberte gilles gina gino giovanni gitte giuseppe glen
    glenn godelieve goedele gonda gonny gracia greet greetje gregory greta gretel gretje griet grietje guido
    guillaume gulsum gunter gunther gust gusta gustaaf guy gwen gwendoline gwenny hafida hajar hakan halima hamza
    hanna hannah hanne hanneke hannelore hannes hans harald harm harold harrie harry hasan hasna hassan hatice hatim
    hector hedwig heidi hein heleen helen helena helene helga hella hendrik henk henny henri henriette herbert
    herlinde herman hermien hilda hilde hilke hind hubert hugo hugues huguette humphrey huseyin huub ian ibrahim ida
    iefke ignaas ignace igor ihsan ikram ilias ilonka ilse ilyas iman imane imke imran ina ine ines inez inge
    ingeborg ingrid inne inneke ioana irena irene iris irma isa isaac isaak isabel isabella isabelle iseult ismael
    ismail ivan ivana ivo ivonne iwan iwein izabela jaak jaap jacob jacqueline jacques jade jaimie jalila jamal
    jamila jan jana janine janne janneke jannes janny janos jaouad jari jarne jarno jasmien jasmijn jasmina jasmine
    jasper jayden jean jeanette jeanine jeanne jeannette jeannine jef jeffrey jelena jelle jelmer jennifer jenny
    jens jenthe jeremy jeroen jerome jerry jesse jessica jessie jessy jet jetske jette jill jip jo joachim joanna
    joannes joel joelle joep joey johan johanna johannes john johnny joke jolanda jolande jolanthe jolien jolijn
    jona jonas jonathan joost joppe joran jorge jorik jorinde joris jorn jorrit jos jose josee josef josefien joseph
    josephine joshua josien josine joske josy joyce jozef jozefa jozefien juan judith judy jules julia julie julien
    juliette julius jurgen juriaan justine juul jytte kaat kaatje kadir kai kamal kamiel karel karen karim karima
    karin karina karine karl karla karlien karolien karolina kasper kate katelijn katelijne katharina kathelijne
    katherine kathleen kathrin kathy katia katinka katja katleen kato katrien katrijn katy kayleigh kees keith kelly
    kelsey ken kenny kerim kerstin kevin khadija kiara kiki kim kirsten kirsti klaartje klaas klara kobe kobus koen
    koenraad koos koosje kris krist kristel kristiaan kristien kristin kristina kristine kristof kristoffer kurt
    kwinten laetitia laila lambert lana lander lara larissa lars latifa laura laure laureen lauren laurence laurens
    laurent laurette lea leander leen leendert leentje leila lele lena lenn lennart lenne lennert lenny lenore leo
    leon leona leonard leonie leontine leopold lesley leslie letizia levi lex lian liana lidia lieke lieken lien
    liene lies liesbet liesbeth lieselore lieselot lieselotte lieve lieven lijne lilian liliane lilianne lilly lily
    lina linda linde linne lionel lisa lise lisette lissa livia lize lode loek loes loic lola lonneke lore loredana
    lorenzo loret lotta lotte louis louisa louise louisette louka lourdes lowie luc luca lucas lucette lucia
    lucianos lucie lucien lucienne lucy ludo ludovic ludwig luk luka lukas luna lut lutgard lutgarde lutje luuk
    lydia lynda lyne lynn maaike maarje maarten maartje machteld madeleine madelief magda maggie maggy maite maja
    malak malek malika malin mandy manfred manon manu manuel manuela manuella marc marcel marcella marcelle marcia
    marcin marco margaret margareta margarita margaux margo margot margreet margriet maria mariam mariana marianne
    marie marieke marielle mariette marijke marijn marilou marily marilyn marina marino mario marion maris mariska
    marit marita marjan marjolein marjolijn mark marleen marleentje marlene marlies marlon marnick marnix marsha
    mart martha marthe marthen martijn martijne martin martina martine marvin marwan mary maryam maryse mathias
    mathieu mathilde mats matteo matthew matthias matthieu matthijs mattias maud maurane maureen maurice maurits
    mauro max maxim maxime maxine may mayra mees mehdi mehmet meike melanie melissa melvin mendy menno mercedes
    merel merijn merve meryem meryl meta mia michael michaela michal michel michele michelle michiel miek mieke miel
    miep mies miet mihai mikael mike mikel mila milan milena miloud mimi minke mira mireille miriam mirjam mirko
    mirte mirthe mitch mohamed mohammed moise mona monica moniek monika monique monja moreno morgan morgane moritz
    morris mounir mourad muhammed murat muriel murielle mustafa mustapha myriam nabil nadia nadine naima nancy nanda
    naomi nasser natacha natalia natalie nathalie nathan nathanael nausikaa nawal neeltje nel nele nelleke nelly
    nelson nena nesrin nick nicky nico nicolas nicole niek niels nienke niki nikita nikki niklas nikola nikolaas
    nikolaos nils nina nine nisrine noah noella noelle noemi noemie nona noor nora norah norbert noud nour nouria
    oda odette odiel odile olaf ole olga oliver olivia olivier olle omar omer oriana orlando orphee orry oscar osman
    otis otto ozlem pablo paco pamela paolo pascal pascale pascaline patrice patricia patrick patrik paul paula
    paulette paulien paulina pauline pedro peer peggie peggy pepijn perla peter petra petronella petrus phaedra
    philibert philip philippa philippe pien pierre piet pieter pieterjan pieternel pim pol priscilla quincy quint
    quinten quinty rabia rachel rachid raf rafael raissa rajae ralf ralph ramona rani raoul raphael rayan raymond
    raymonde rebecca rebekka redouane regina reginald regine reina reinaart reine reinhard reinhart reinhilde
    reinier reino reinoud reinout remco remi remy renaat renata renate renaud rene renee renild renilde renske renzo
    reynaert rhea ria ricardo richard ricky rico rieke riet rik rina rini rita rob robbe robbert robbie robert
    roberta roberto robin robyn rodolphe roel roeland roelof roger rogier roland rolf romain roman romana romina
    romme romy ron rona ronald ronan ronja ronnie ronny roos rosa rosalie rosalind rosanna rosanne rose roselien
    rosemarie rosine rosita roxane ruben rudi rudy ruth ruud ryan saar saartje sabien sabine sabri sabrina sacha
    sadia safae sahar said saida salima salvatore sam samantha samia samir samira samuel sanae sander sandra
    sandrine sandy sanna sanne sara sarah sarina sascha saskia savannah sebastiaan sebastian sebastien selena selin
    selma semra senne sepp seppe serafien serge sergio serkan servaas severine sevgi shana shanti sharon shauni
    sheila sheryl sibylle siebe sieglinde siel siemen sien sietske sigrid silas silke silvia silvie simon simone
    simonne sinem sira siska sixten sjef sjoerd sjors sofia sofian sofiane sofie solange soledad sonia sonja sonny
    sophie soraya soufiane soumaya stan stanislas stanny stef stefaan stefan stefania stefanie stefanus steff steffi
    steffie stella stephan stephane stephanie stephany stephen steven stien stijn stijne stijntje susan susanna
    suzan suzanne suze sven sverre swen sybille sylvain sylvana sylvester sylvia sylvie tamara tania tanja tarik
    tatiana ted tess tessa teun teunis thais thea theo theodoor theofiel theresa therese theresia thibault thibaut
    thibeau thierry thijs thomas thor tibo tibor tiele tiffany tijl tijs tilly tim timo timon timothy tina tine
    tineke tinne tinus tjorven tobias toby tom tomas tommie tommy toni tonia tonnie tonny tony toon toos tracy trees
    tristan trudo trudy trui truus tugba tuur twan tycho ulrike umit urbain ursula valeer valentijn valentin
    valentine valerie vanessa veerle vera veronique vicky victoire victor victoria viktor vincent vincente vinnie
    violet virginie vivian viviane vivien voornaam wahid walt walter walther wanda wannes ward warre wendela wendy
    werner wesley wessel wiam widad wiebe wieland wiene wilfried wilhelmina willem willemien willemijn willy wilma
    wilmar wim winnie winok wivina wolfgang wout wouter xander xaveer xavier yana yanaika yannic yannick yara yari
    yasmin yasmina yasmine yassin yassine yentl yesim yilmaz yinte ylke ylva yoeri yolanda yolande yoran younes
    youri youssef youssra ysabel ysaline yusra yusuf yvan yves yvette yvo yvonne zacharias zahra zakaria zara zeynep
    zita zoe zohra zuhal""".split()
)
"""With the words that stand for a first name in examples."""

AMBIGUOUS = frozenset(
    "elke an anders may ben linde roos merel iris floor hope rose said can ela mila ernst bas don constant jet peer bob reine joy grace".split()
)
"""First names that are words, or names of houses, too."""
