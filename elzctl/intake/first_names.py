"""First names of people who live in Flanders and the Netherlands, in small letters without accents; of nobody in particular."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """aagje aaltje aaron abdel abdelaziz abdelhak abdelilah abdelkader abdelkarim abdellah abdelmalek abderrahim abdou
    abdoul abdoulaye abdullah abigail abraham achiel achille achraf adam adela adele adelheid adeline adil adinda
    adnan adolf adriaan adrian adriana adriano adrien adrienne aesha agata agatha agathe agnes agnese agnieszka
    ahlam ahmad ahmed ahmet aicha aida aileen aimee aisha aissa aissatou akif akke akram alain albert albertine aldo
    alejandra alejandro aleksandar aleksander aleksandra alena alessandra alessandro alessia alessio alex alexander
    alexandra alexandre alexandros alexia alexis alfons alfred alfredo algirdas ali alice alicia alida alina alisha
    alissa allan alma alois aloisius aloys alper alphonse altan alvaro alyssa amadou amal amalia amanda amandine
    amara amaury amaya amber ambroos amedee amel amelia amelie amelien ameline amin amina aminata amine amir amira
    amy an anabel anais anass anastasia anastasija anca ancuta anders andrada andras andre andrea andreas andrej
    andres andrew andries andrzej andy andzelika aneta angela angele angelica angelina angelique angelo angie aniek
    aniela anik anis anissa anita anja anjali anke ankie ann anna annabel annabelle annalisa anne annebel annedore
    annefleur annegret anneke anneleen annelien annelies annelore annelotte annemarie annemie annemiek annemieke
    annerie anneriet annet annette annick anniek annik annika anny anouk anthe anthony antje antoaneta antoine
    antoinette anton antonella antonia antonie antonina antonio antonis anuschka anwar anya apolline aram arash arda
    ardita arend ariana ariane arianna arie arif arijana arjan arjen arkadiusz arlette armand armel armin armina
    arnaud arne arno arnold arnout aron arsene artem arthur artur arturo arzu ashley aslan asli asma asmae assia
    assunta astrid atilla attila aubry audrey augusta auguste augustin aurelie aurelien aurore awa axel axelle aya
    ayaan aybuke aydan aydin ayhan ayla aylin aymen aynur ayoub ayse aysegul aysel ayten aziz aziza azize azra
    azzedine babette baptiste baran barbara barend barry bart bartel bartholomeus bartlomiej bartosz bas basel
    basiel basma bastiaan bastien batoul batuhan baudouin bavo bea beata beate beatrice beatrijs beatrix bechir
    bedirhan begga begum bekir belgin bella ben benedict benedicte benedikt benedikta benjamin benno benny benoit
    bente berat berend berenice berkay bernadette bernard bernardo bernardus bernd bernice berno berre bert berta
    berte berten bertha berthe bertil bertrand bertus beryl betty betul beverly beyza bianca bieke bilal billy
    birger birgit birgitte birsen bjorn blagoj blanca blanche bo boas bob bodil bogdan boglarka boris borja borys
    boubacar boudewijn boutaina brahim bram branko brecht brechtje bregje brenda brent brian brigitte britt britta
    bruce bruna bruno bryan bryony burak burcu burhan busra cagla caitlin cami camiel camiela camilla camille canan
    candice cansu carina carine carl carla carles carlo carlos carmen carmina carola carole carolien carolina
    caroline carolus casimir caspar casper cassandra catalin catalina catarina catharina catherine cato cecile
    cecilia cecilie cedric cees celal celeste celestine celia celien celina celine cemal cemile cengiz cenk cesar
    ceyda ceylan chadia chafik chahid chaima chantal charel charifa charles charlie charline charlotte chayma cheikh
    chelsea cheryl chiara chloe chris christa christel christelle christiaan christiaens christian christiana
    christiane christianne christien christina christine christof christoff christoffel christoph christophe
    christopher chrystel ciara cihan cindy ciska claire clara clarisse claude claudette claudia claudine claudio
    claudiu claus clemence clement clementine cleo clio coen coleta colette colin conny conrad constant constantijn
    constantin cor cora coralie corentin corien corina corine corinne corneel cornelia cornelis corrie corry cosmin
    costin cristian cristiana cristina cristobal cynthia cyriel cyriella cyrielle cyril cyrille daan dagmar daisy
    dalal dalia dalila damian damiano damien dana daniel daniela daniele daniella danielle danijela danilo danique
    danna danni danny danuta daphne daria darina dario darius dariusz darja david davide davina davy dawid dawood
    dean debbie debby deborah delfien delphine demi denis denise deniz dennis derk derya desire desiree despina
    detlef devon devran dewi diana diane dick didier diede diederik diego diekje dieter dietlinde dietmar dieuwertje
    dieuwke dilan dilara dilek dimitra dimitri dimitris dimitry dina dinah dineke dinja dino diogo dion dirk dirkje
    djamel djamila django djibril dmitri dolores domien dominic dominik dominika dominique don donald donatella
    donatienne donna donovan dora dorian dorien dorin dorina doris dorota dorothea dorothee dounia douwe dragan
    dragana drees dries driesje driss duarte dunya dursun duygu dylan ebony ebru ece eda eddie eddy eder edgar
    edgard edith edmond edmund edouard eduard eduardo edward edwig edwige edwin eefje eefke eelco efe efraim egbert
    egide egon ekaterina ekin ekrem elena eleni eleonora eleonore elfriede eli eliane elianne elias elien elif
    elijah elina eline elio eliot elisa elisabeta elisabeth elise elisee eliza elizabeth elizaveta elke ella
    ellemieke ellen elly elmar elodie eloise elona els elsa elsbeth elsie elsje elvan elvira elvire elwira elyas
    elyne elzbieta emanuel emanuelle emel emeline emely emiel emile emilia emiliano emilie emilien emilienne emilio
    emily emin emina emine emir emirhan emma emmanuel emmanuelle emmely emmy emre engelbert engin enis enrico
    enrique enver enzo eray ercan erdem erdogan ergun eric erica erich erik erika erkan erna ernest ernestine ernst
    erol ersin erwan erwin esad esat esma esmee esmeralda esra esteban estelle ester esther etienne etiennette
    eufemia eugene eugenia eugenie eugeniusz eva evangelia evarist evelien evelijn evelin evelina eveline evelyn
    evelyne everard evert evi evren evy ewa ewald ewelina ewoud ewout eymen eyup ezgi ezra fabian fabien fabienne
    fabio fabiola fabrice fadila fadime fadma fahd fahim faisal faiza fanny fanta farah fares farhad farid farida
    farouk faruk fatemeh fathi fatih fatiha fatima fatma fatmata fatna fatou fatoumata fay faye fayza febe federico
    felicia felicien felicitas felicity felien felip felipe felix femke fenna fenne ferdi ferdinand ferhat fernand
    fernanda fernande fernando ferre feyza fieke fien fiene fientje fikret filiep filip filipa filiz finn finne
    fiona firat firmin firstname flavia flavie flavio fleur fleurtje floor floortje flore florence florent florian
    floriane florica florien florin florina floris fons fouad foued fouzia frances francesco franciane francien
    francine francis francisca franciscus francky francois francoise frank franka frankie franky frans fransesca
    franz franziska frauke fred freddie freddy frederic frederica frederik frederika frederike frederique fredrik
    freek freija freya frida frieda friedel friedl friedrich frits fritz froukje fulya funda furkan gabi gabriel
    gabriela gabriele gabrielle gaby gaelle gaetan gaetane galina gamze gary gaspard gaston gauthier geeraard geert
    geertje geertrui geertruida geeske gemma genevieve gentiana geoffrey geoffroy george georges georgeta georgette
    georgi georgia georgiana georgina georgios geraard gerald geraldine gerard gerben gerco gerda gerhard gerlinda
    gerlinde germain germaine germana gerold gerrie gerrit gert gertjan gertrud gertruda gertrude gertrudis gerty
    gerwin gheorghe ghislain ghislaine ghita giacomo gian gianluca gianni giel gijs gijsbert gijsbrecht gilbert
    gilberte gilles gillian gina ginette gino gintaras gioia giorgi giorgio giorgos giovanna giovanni gisela giselle
    gitte giulia giuliana giuliano giuseppe gizem gjalt glen glenn godelieve godfried goedele goedroen gonda gonny
    gonul goran gosia gottfried gracia grazia graziella grazyna greet greetje gregoire gregor gregorio gregory greta
    gretel gretje gretl gretta griet grietje grigor grzegorz gudrun guido guilherme guillaume guillermo guiseppe
    gulay gulcan guler gulistan gulizar gulsah gulsen gulsum gunay gunes gunnar gunnhild gunter gunther gust gusta
    gustaaf gustavo guus guusje guy gwen gwenaelle gwenda gwendoline gwendolyn gwenn gwenny gwenola gyula habib
    habiba hacer hadewig hadewijch hadewych hadija hadja hafez hafid hafida hafsa haidar hajar hajiba hajra hakan
    halil halima halina hamid hamida hamideh hamidou hamza hana hanan hande hania hanna hannah hanne hanneke
    hannelien hannelies hannelore hannes hans hansje harald haris harley harm harold haroun harrie harriet harrison
    harry harun hasan hasene hasna hasnae hassan hassna hatiba hatice hatim havva hawa hayat haydar hazal heba
    hector hedda heddy hedi hedvig hedwig heidi heike heiko hein heinrich heleen heleentje helen helena helene
    heleni helga helge hella helmut helmy hemin hendrickje hendrik hendrika hendrikje henk hennie henning henny
    henri henricus henrieke henriette henrika henrike henryk herbert herlinda herlinde herman hermelinde hermien
    hermine hermione herta hessel hester hetty hicham hichem hicran hieronymus hilaire hilal hilary hilbert hilda
    hilde hildegard hildegarde hilke hillary hind hindrik hiske hocine hortense hossein houda houria houssain
    houssam hristina hristo hubert hugo hugues huguette hulya humberto humphrey hurriyet huseyin hussain hussein
    huub iacob iago ian iantha ianthe iason ibrahim ibtissam ibtissem ida idil idris idriss idrissa iefke ieva
    ievgen ifeanyi igna ignaas ignace ignacio ignacy ignatius ignazio igor ihab ihsan ihssan ikbal ikhlas ikram
    ikrame ilan ilaria ildiko ilham ilhan iliana ilias ilija ilir iliyana ilka ilker ilknur illias ilona ilonka ilsa
    ilse ilva ilyas ilyes ilyess imad iman imane imen imke imran imrane ina inass inaya indra ine inekke ines inez
    inga inge ingeborg ingelise ingmar ingo ingrid ingvild inne inneke ioan ioana ioannis ionel ionela ionica ionut
    irakli iraklis irem irena irene irfan irina irini iris irma irmgard irmina irmine irvin isa isaac isaak isabeau
    isabel isabella isabelle isam isaura iseult ishak isidoor isidore iskander ismael ismahan ismail ismet isra issa
    issam istvan itske iulia iulian iuliana ivan ivana ivaylo ivelina ivica ivo ivonka ivonne iwan iwein iwona iza
    izabela izzet jaak jaap jacek jacintha jackie jacko jackson jacky jacob jacoba jacobus jacomien jacquelien
    jacqueline jacques jacqui jade jadwiga jaime jaimie jakob jakub jalal jale jalila jamaal jamal jamel james jamie
    jamila jamy jan jana janet janice janick janina janine janis janka janne janneke jannes janny jano janos jaouad
    jarek jari jarmila jarne jarno jaro jaroslav jaroslaw jasmien jasmijn jasmina jasmine jason jasper jaume javier
    jawad jaya jaydee jayden jean jeanette jeanine jeanne jeanneke jeannette jeannine jeannique jeannot jedrzej jef
    jeffrey jefke jehan jelena jelien jelka jelko jelle jelmer jelte jenna jenneke jennie jennifer jenny jens jente
    jenthe jeppe jeremy jerney jeroen jerom jerome jerry jerzy jesper jesse jessica jessie jessy jet jetske jette
    jettie jetty jhony jihane jill jimena jimmy jinthe jip jo joachim joan joana joanna joannes joao joaquin
    jocelyne jochem jochen jody joel joelle joep joeri joey johan johana johann johanna johannes johannette
    johannieke john johnny joke jolana jolanda jolande jolanta jolanthe jolene jolentha jolien jolijn jolijne joline
    jolita jolyne jomme jona jonah jonas jonathan jonne jonnie jony joost joppe joran jordan jordi jordy jorge
    jorgen jori jorik jorinde joris jorn jorrit jos jose josee josef josefa josefien josefine joseph josepha
    josephina josephine josephus joshi joshua josiane josien josine josip josja joske josy jovan jovana joyce jozef
    jozefa jozefien jozefine jozo juan juana judica judit judite judith judy jugurtha jules julia juliana juliane
    julianne juliano julie julien juliette julika julio julita julius jurgen juri juriaan jurian jurriaan jurrien
    justin justina justine justus justyna jutta juul jytte kaan kaat kaatje kacper kadir kadriye kahina kai kaja
    kajetan kalina kaltoum kamal kamiel kamiela kamil kamila kamilia kamilla kamran kaoutar kaouther karam karel
    kareltje karen karianne karim karima karin karina karine karl karla karlien karlijn karlijne karlo karol
    karolien karoliina karolin karolina karoline karsten kasia kasper katalin katarina katarzyna kate katelijn
    katelijne katelyn katelyne katerina katharina kathelijne kathelyne katherine kathinka kathleen kathrin kathy
    katia katiana katinka katinke katja katleen kato katrien katriina katrijn katrin katrina katy kaylee kayleigh
    kayra kazim kazimierz kees keira keith kelly kelsey kelvin kemal ken kenan kendra kenneth kenny kenza kerem
    kerim kerstin kerstine keshia ketty kevin kevser khadija khadijah khadra khaled khalid khalida khalil khanh
    khira khoudia kiara kieran kiki kim kimberley kimberly kinga kinsey kira kirsten kirsti kirsty kjell klaartje
    klaas klara klaudia klaus kledi klemens klementina kobe kobi kobus koen koenraad koenraet kofi konrad konstantin
    konstantina koos koosje kordula korneel kornelia korneliusz kosta kostas kris krisje krist kristel kristiaan
    kristiana kristiane kristianne kristien kristiina kristin kristina kristine kristof kristoffer krisztina
    krystian krystyna krzysztof kubilay kubra kurt kwame kwinte kwinten kyana kyara kyra laetitia lahcen lahoucine
    laila lalla lambert lamberta lamia lamiae lamyae lana lancelot lander lara laraine larisa larissa larry lars
    laszlo latifa latoya laura laure laurean laureen laureline lauren laurence laurens laurent laurentien laurette
    lauriane laurie laurien lauryn lavinia layla lazar lea leander leandra leandro leane leanne leatitia leen leena
    leendert leendertje leentje lefteris leila leily lele lelia leman lemmy lena lenie lenka lenn lennaert lennard
    lennart lenne lenneke lennert lenny lenore lenya leo leocadie leokadia leon leona leonard leonardo leonid
    leonida leonidas leonie leonoor leonor leontien leontine leontyne leopold leopoldine leor lerato lesley leslie
    leticia letitia letizia levente levi levina lex leyla lhoussaine lian liana lianne libert liborius lida lidewij
    lidia lidwien lidwina lidy lieke lieken lien liene lieneke lies liesanne liesbet liesbeth liesel lieselore
    lieselot lieselotte liesje lieve lieven lijne lilian liliane lilianne lilla lilli lilly lilou lily lilya limke
    lina lincy linda linde lindsay lindsey lindy linette linne lioba lionel lionella lisa lisanne lisbeth lise
    liselot liselotte lisette lisiane liske lissa lissy liv livia livien livinus liviu lize ljubica ljubisa lobke
    lode lodewijk lodewyck loek loes loic lola lonneke lore loredana lorenzo loret lotje lotta lotte louay loubaba
    loubna louella louis louisa louise louisette louisiane louison louka lourdes lourens lowie lowieke lubna luc
    luca lucas lucette lucia lucian luciana luciano lucianos lucie luciella lucien lucienne lucille lucinda lucjan
    lucrece lucretia lucy ludivine ludmila ludmilla ludo ludovic ludwien ludwig ludwina luigi luis luisa luk luka
    lukas lukasz lumnije luna lut lutfi lutgard lutgarde lutgardis lutje luuk luuka lyam lydia lydie lyes lyna lynda
    lyne lynette lynn lynnsey lysette lysiane maaike maaikje maarje maarten maartje mabel macarena macha machteld
    maciej madalina maddalena maddie madelein madeleine madelief madelon maelle maeva magali magalie magda magdaleen
    magdalena maggie maggy magnus magriet mahamadou mahdi maher mahir mahmoud mahmut maia maisa maissa maite maja
    majda majid makayla malak malcolm malek malgorzata malika malin malou malte mamadou manal manar manda mandana
    mandy manel manfred manoe manolis manon manou mansour manu manuel manuela manuella marah marayke marc marcel
    marcela marcelien marcelina marceline marcelino marcelis marcella marcelle marcellin marcellus marcia marcin
    marco marcos marcus marek margaret margareta margarete margareth margaretha margarida margarita margaux margo
    margot margreet margriet marguerite maria mariah mariam mariama marian mariana mariangela mariann marianna
    marianne maribel marica maricel marie marieke marielene mariella marielle mariette marija marijke marijn marika
    marilena marilene marilou marily marilyn marilyne marina marino mario mariola marion mariona marios maris marisa
    marise mariska marisol marit marita marius mariusz marjan marjana marjanne marjo marjolaine marjolein marjoleine
    marjolijn marjorie mark marketa marko markus marla marleen marleentje marlein marleine marlene marlies marlise
    marloes marlon marlou marlous marlyn marlyse marnick marnix marouan marouane marsha mart marta marten martha
    marthe marthen marthinus martien martijn martijne martin martina martine martino martje maruska marvin marvyn
    marwan mary maryam maryan maryana maryanne marylene maryline maryna maryse maryvonne marzena marzia masha matej
    mateo mateusz mathea mathew mathia mathias mathieu mathieuw mathijs mathilde mathis matija matilda matilde matis
    mats matt matteo matteus matthea matthew matthias matthieu matthijs mattias matyas maud maurane maureen maurice
    mauricette mauricio mauriska maurits mauritz mauro max maxence maxim maxime maximiliaan maximilian maximilien
    maxine may maya mayke maylis mayra medine mees mehdi mehmet mehtap meike meindert meintje melania melanie melany
    melati melek melih meliha melike melina melinda melis melisa melissa melody meltem melvin melvyn memduh memet
    mendy menekse menna menno meral mercedes merel merete meriem merijn merlijn merlin mert merve meryam meryem
    meryeme meryl mesut meta methusja metin mevlut mia micha michael michaela michail michal michel michela
    michelangelo michele michelina micheline michelle michiel mickael midas mieczyslaw miek mieke mieketje miel
    mienke miep mies miet mietje miguel mihaela mihai mihail mihaly mijke mijntje mikael mikail mike mikel miklos
    mikolaj mila milad milan milana milanka mildred milena milo milou miloud mimi mimoun mimount mina minet minke
    minna mira miranda mircea mireille mirela miri miriam mirjam mirjana mirko miroslav miroslaw mirte mirthe mirza
    misha mitch mitchell mithra moana mohamad mohamadou mohamed mohammad mohammed mohand mohcine moira moise moktar
    molly momo mona monia monica moniek monika monique monir monja mordechai moreno morgan morgane moritz morris
    moshe mostafa moumen mouna mounia mounir mourad mousa moussa mubarak mucahit mudrik muhamed muhammad muhammed
    muhammet muhittin mukadder mukaddes munevver munir munise murat muriel murielle murtaza mustafa mustapha
    muzaffer mylene myriam myrna myrte myrthe mzia nabil nacera naceur nadege nadejda nadezhda nadia nadine nadiya
    nadja naeem nafi nafissa nagihan nahid nahla nahom naim naima najat najib najiba najim najla najoua nalan nancy
    nanda nanette nanne nanou naoko naomi naoual naouel narcissa nasira nasr nasreddine nasrin nasser nassim nassima
    natacha natalia natalie natalija natalya natascha natasha natasja natassia nathalie nathaly nathan nathanael
    nathanel nausikaa nawal nawel nazan nazar nazare nazife nazli nebahat nebojsa necati necla necmettin nedim neela
    neeltje neil nejla nel nele nella nelleke nelli nelly nelson nena neriman nermin nermine nesibe neslihan nesrin
    nevena nevzat nezha niamh nicanor niccolo nicholas nichole nick nickolas nicky nico nicola nicolas nicole
    nicoleta nicoletta nicolette nicolina nicoline nicu nidal niek niele niels nienke nihad nihal nihat nijole nika
    niki nikita nikki niklas nikola nikolaas nikolai nikolaos nikolay nikoleta nikolina nilay nilgun nils nilufer
    nina nine ninette nino ninon nisrin nisrine nitya nizar noah nobert noel noelia noelie noeline noella noelle
    noemi noemie nolan nolwenn nona noor noortje nora norah norbert nordin nordine norma noud nouha nouhaila nour
    noura nourdin nourdine noureddine nouria nuno nuran nuray nurcan nurgul nurhan nuri nuria nursel nurten oana oda
    odette odiel odile ognjen oguz oguzhan okan oksana oktay olaf olav olcay ole oleg oleksandr oleksii olena olesya
    olfa olga olgierd olimpia olimpio oliver olivia olivier oliviero olle olympe omaima omar omayma omer omid omran
    ondina onno onur ophelia ophelie oralia orella orhan oriana oriane orianne orlando orlane ornella orpha orphee
    orry orson ortwin osama oscar osman osmond oswald otilia otis otmane ottilie otto ouafa ouafae ouail oualid
    ouassim ouiam ouissal oulaya oumaima oumar oumayma oumou ousmane oussama outman ovidiu ozan ozge ozgur ozkan
    ozlem oznur paavo pablo paco palmyra palmyre pamela pamina panagiotis paola paolo pascal pascale pascalette
    pascaline pascalle pasqual patrice patricia patricio patrick patriek patrik patrizia patrycja patryk paul paula
    paule paulette paulien paulin paulina pauline paulo pavel pavlina pavlos pawel payam pedro peer peggie peggy
    pelin penelope pepijn perihan perla perrine perry persephone perside pervin petar peter peteris petra petrica
    petronella petros petru petrus petya petyr phaedra phara philibert philine philip philippa philippe philippine
    philomena philomene phoebe phuong pia pien piera piere pierino piero pierre pierrette pierrick piet pieter
    pieterbas pieterjan pieternel pieternella pietro pim pinar piotr pippa pirita placide pleun pol polina polly
    pompeia portia prakash predrag primitivo prisca priscilla priya pryska przemyslaw qasim quincy quint quinta
    quinten quinty quirien quirijn quirine rabab rabah rabia rachel rachelle rachid rachida radek radka radmila
    radoslav radoslaw radu rael raf rafael rafaela rafaele rafaella rafal rafik rafika rahel rahila rahim rahima
    rahma rahmi raif raimo raimond raimundo rainer rainier raissa rajaa rajae ralf ralitsa ralitza ralph ramazan
    rami ramiro ramiz ramon ramona ramzi rana randa randi randy rani rania ranya raoul raphael raquel rares rasheed
    rashid rasim rasmus rasul ratiba raul rawan raya rayan rayane raymon raymond raymonde raymund rayna razvan
    rebeca rebecca rebekka recep reda redmer redouan redouane reduan reem reetta refik regina reginald regine regula
    reijer reina reinaart reine reiner reinhard reinhart reinhilda reinhilde reinier reinildis reino reinold reinoud
    reinout rejane remco remi remigius remko remy renaat renaldo renata renate renatus renaud rene renee rengin
    renild renilde renske renzo resat resul reynaert reza rezan rhea rhiannon rhoda rhune ria riad rian riana rianne
    ricarda ricardo richard rickert rickie ricky rico rida ridvan rieka rieke rienk riet rietje riette rik rika
    rikke rikkert rima rimke rina rinaldo rini rinske rinus risto rita ritchie riwan riyad rizgar rob robbe robbert
    robbie robbin robert roberta roberte roberto robin robrecht robyn rocco rochelle roderick roderik rodica
    rodolphe rodrigo rodrigue roel roeland roelant roelie roeline roelke roelof roely roger rogier rohan roland
    rolande rolant rolf romain roman romana romane romeo romina romke romme romuald romy ron rona ronald ronaldo
    ronan ronja ronnie ronny roos roosmarijn rosa rosabel rosalba rosalia rosalie rosalina rosalind rosana rosanna
    rosanne rosaria rosario rose roselien roselinde roseline rosella rosemarie rosemie rosetta rosette rosie rosina
    rosine rosita rositsa roswitha rowan rowena roxana roxane roxanna roxanne rozafa rozalia rozemarijn rozemie
    ruben rudi rudiger rudolf rudolph rudy rufus rukiye rumen rune rupert ruslan ruta rutger ruth ruthie ruud ruya
    ryan ryszard saadia saar saartje sabah saban sabien sabiha sabine sabri sabrina sabriya sabriye sacha sadegh
    sadettin sadia sadik sadiye safaa safae safia safiya safouan sahar sahra said saida saif salah saleh salih
    saliha salim salima salma salman salome salomon saloua salvador salvatore salvatrice sam samantha samer samet
    sami samia samiha samina samir samira samiye samuel samuele samuli samya sanaa sanae sandeep sander sandi sandie
    sandor sandra sandrien sandrin sandrine sandy sanel sanela sanem sanja sanjay sanjin sanna sanne santina saphira
    sapna sara sarah saraya sarina sarita sarra sascha sascia sasha saskia saskya satu savannah savas saverio savina
    sawsan sean seb sebahat sebas sebastiaan sebastian sebastiano sebastien sebnem secil seda sedat sefanja seher
    seif selahattin selcan selcuk selena selene selim selin selina selja selma selman selvi sema semanur semih
    semiha semra senad senay sendi senem senia senne sepp seppe serafien serafina serap serdar serena serenay serge
    sergei sergej sergio sergiu sergiusz serhat serife serina serkan sertac servaas servais servatius sevcan sevda
    sevdi severine sevgi sevil sevilay sevim sevinc seyda seyit seyma shadi shahin shaima shakira shalini shamira
    shana shani shania shannah shannon shanti sharif sharifa sharon shaun shauna shauni shayna shaza sheila shelly
    sherif sherine sherley sherly sheryl shima shimon shirin shirine shirley shpresa siavash sibel sibylle sidi
    sidney sidonie siebe siebren sief siegfried sieglinde siegrid siel siemen siemon sien sienie sieske sietse
    sietske sigfried siglinde sigrid sigurd siham sihame sijmen silas silke silvana silvano silvester silvestre
    silvia silviane silvie silvija silviu silvy simay simina simon simona simone simonetta simonette simonne sinan
    sinead sinem siobhan sira sirin siska sixten sjaak sjaan sjanie sjarel sjef sjoerd sjors slavica slavko slawomir
    snejana snezana soeren soetkin sofia sofian sofiane sofie sofiya solange soledad soline soman somaya sonay
    songul sonia sonja sonny sonya sophia sophie soraia soraya sorin sorina souad soufian soufiane souhail souhaila
    soukaina soulaiman soumaya soumia sounia spyros stan stanimir stanislas stanislava stanislaw stanka stanley
    stanny stavros stef stefaan stefan stefania stefanie stefano stefanos stefanus stefany steff steffi steffie
    stefka steijn stelian stelios stella stepan stephan stephane stephania stephanie stephany stephen sterre steven
    stevie stien stijn stijne stijntje stine stoyan stoyanka styn suela suhaila sukran sule suleiman suleyman sumaya
    sumeya sumeyye sunay sunita susan susana susanna susanne susi suzan suzana suzanne suze suzette suzy svea svein
    sven svenja sverre svetla svetlana sveva swa swaantje swen swinda sybille sybren sydney syed sylke sylvain
    sylvana sylvere sylvester sylvette sylvi sylvia sylviane sylvie sylwia symen szabolcs szilvia szymon tabitha
    tadeusz taha tahar tahir tahira taieb taina talha talia talitha tamar tamara tamas tamer tamia tamika tanguy
    tania tanita tanja tanya taoufik taras tarek tarik tariq tarkan tasnim tatiana tatjana tatum tatyana tayfun
    tayyip ted teije telma teo teodor teodora teodoro terence teresa teresita tess tessa tessy tetiana tetyana teun
    teunis thaddeus thais thalia thea thecla thekla themis theo theodoor theodora theodore theodorus theofiel
    theofila thera theresa therese theresia thessa thiago thibaud thibault thibaut thibeau thibo thiebe thierno
    thierry thijmen thijs thilde thirsa thirza thom thomas thomaz thor thora thorben thorsten thyl thymen tiago
    tiana tibaut tibe tibeau tibo tibor tibout tiebe tiele tiemen tiffany tijana tijl tijmen tijs tilda tillo tilly
    tim timea timen timmy timo timofey timon timothee timothy timur tina tine tineke tinna tinne tinneke tinny tino
    tinus tirsa tirza titia titiaan titus tjalling tjeerd tjeu tjitske tjorven tobias toby toka tolga tom tomas
    tomaso tomasz tomislav tommaso tommie tommy toni tonia tonnie tonny tony toon toontje toos torben toria torsten
    tosca toufik touria tracy traian trees trijn trijntje trina trinette trisha tristan tristana trudo trudy trui
    truus tuana tuba tudor tugay tugba tugce tulay tulin tunahan turan turgay turkan tuur twan tyana tycho tyler
    tymen tyron ufuk ugo ugur ulku ulla ulrich ulrik ulrika ulrike umar umay umberto umit umran umut unal urbain
    urbaine urbanus uriel uros ursula urszula uschi usman utku uzeyir vahid vahit valbona valdemar valeer valentijn
    valentin valentina valentine valentino valentyn valentyna valere valerian valerie valerio valeriu valeriya
    valery valeska valton vanda vanessa vanja vanya varol vasil vasile vasilica vasiliki vasilis vassilis vedat
    veerle veli velina venera vera veronica veronika veronique vesna vicente vicenza vicky victoire victor victoria
    victorien victorina victorine vidal vigdis viggo viktor viktorija viktoriya vilma vilmos vinay vince vincent
    vincente vincenza vincenzo vinnie violet violeta violette viorel viorica virgil virgile virgina virginia
    virginie vitali vitalie vitaly vito vitor vittoria vittorio vivian viviana viviane vivianne vivien vlad vladimir
    vladislav vladislava vojtech volkan volodymyr voornaam vreni vural wafa wafae wahid walburga waldemar waldo
    waleed walentyna walid walt walter walther waltraud wanda wanessa wannes ward warda warre waseem wassim wassima
    wendel wendela wendeline wendie wendy wenke werna werner weronika wesley wessel wiam wibke wibren widad widukind
    wiebe wieke wieland wiene wiepke wies wiesje wieslaw wieslawa wietse wietske wiktor wiktoria wilbert wilfred
    wilfried wilhelm wilhelmina wilhelmus wilko willeke willem willemien willemijn willemijne willemina willemke
    william willian willianne willibrord willy wilma wilmar wilme wilna wiltrud wim winand winnie wino winok winona
    winston wisam wiske wissal wissam witold wivina wivine wiwine wladek wladyslaw wlodzimierz wobbe wojciech
    wolfert wolfgang woudy wout wouter wybren wynand xander xandra xanthe xanthippe xaveer xaverius xavi xavier xena
    xenia ximena yacine yacinthe yael yagmur yahya yaiza yana yanaika yanis yaniss yanka yann yanne yannic yannick
    yannis yara yaren yari yarne yarno yaro yasar yasemin yaser yasin yasir yasmien yasmin yasmina yasmine yasser
    yassin yassine yassir yavuz yehuda yelda yelena yeliz yente yentel yentl yesim yeter yeva yevgeni ygor yigit
    yildiz yilmaz yinte ylenia ylke ylva ymke ynse yoann yoeri yohan yohana yohannes yolanda yolande yonas yonca
    yoran yorben yordan yorgos yorick yosef yosra younes youness younous youri yousra youssef youssou youssra
    ysabeau ysabel ysaline ysaura ysolde yuksel yulia yuliya yunus yuri yuriy yusra yusuf yvan yvana yves yvette yvo
    yvonna yvonne zacharias zafer zahra zaid zaida zaina zainab zaineb zakaria zakariya zakia zamira zara zarah zaur
    zbigniew zdravko zdzislaw zehra zeinab zekeriya zeki zekiye zelda zeliha zeljko zena zeno zenobie zeyd zeyneb
    zeynep zhana zhivko zhor ziad zinaida zineb zinedine zita ziya ziyad zlatan zlatka zoe zofia zohra zoi zoltan
    zoran zorica zosia zoubida zouhair zsofia zsolt zubeyde zuhal zuleyha zulfiye zulma zuza zuzana zuzanna zygmunt
    achilles aeneas aksana aksel alwin amke anneliesje ansgar aoife ardelia arvid asfaw astor aydogan baldwin beauty
    berdien bjarki bjarne bjarni bjorg blessing bojana bregt brice bronislaw cathelijne chidi chima chinedu chipo clovis
    comfort constance daiva darya daud defne demir diarra dieudonne dimfna diyar dobromir dorus draga eirik elchin emeka
    erdal esperance essam eszter evgeny faith fausta fidele fjodor florentijn floriaan friso frodo gabor gawain gebre
    gerbrand gerolf ghada gift gorik hadewijn hakon helin henok hermina hubrecht immaculee innocent iolanda isolde
    jeroom jitse julienne karst kasimir kilian kwabena lamine lenaert linus luzia marfa mbaye medard merveille milosz mo
    modeste ngozi nyota octavie ousman pacifique paraskevi patience pelagie prudence przemek quentin ragnar raphaella
    rifat riona sadio sirine tenzin theophile thorvald tsegay turgut tymon vaclav wlodek wolfram xuan yevhen yildiray
    zahia zdenek zeger zenobia zulaikha zuleika zwannet
    hakim ilja kaouthar kawtar khaoula sennah wijnand yade zino""".split()
)
"""With the words that stand for a first name in examples."""

AMBIGUOUS = frozenset(
    "elke an anders may ben linde roos merel iris floor hope rose said can ela mila ernst bas don constant jet peer bob reine joy grace gift faith comfort beauty blessing patience innocent prudence modeste frans".split()
)
"""First names that are words, or names of houses, too."""
